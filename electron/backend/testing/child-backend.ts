import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createClient } from '../../../core/contract/client.ts';
import type { CallResult } from '../../../core/contract/errors.ts';
import { fromBackendSchema } from '../../../core/contract/rpc.ts';

export type SendOptions = {
  readonly caller?: 'renderer' | 'shell';
  readonly requestId?: string;
  readonly actor?: string;
};

/** Talks to a backend in a process of its own, as main does. */
export async function startChildBackend(entry: URL, args: readonly string[] = []) {
  const child = fork(entry, args, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const waiting = new Map<number, (result: CallResult) => void>();
  const events: { name: string; payload: unknown }[] = [];
  const log: string[] = [];
  const listeners = new Set<(name: string, payload: unknown) => void>();
  child.stderr?.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The backend did not start. ${log.join('')}`)));
    child.on('message', (raw) => {
      const message = fromBackendSchema.parse(raw);
      if (message.type === 'ready') resolve();
      if (message.type === 'event') {
        events.push({ name: message.name, payload: message.payload });
        for (const listener of listeners) listener(message.name, message.payload);
      }
      if (message.type === 'answer') waiting.get(message.callId)?.(message.result as CallResult);
    });
  });
  let lastCallId = 0;
  const send = (name: string, input: unknown, options: SendOptions = {}) => {
    lastCallId += 1;
    const callId = lastCallId;
    const { caller = 'renderer', requestId = randomUUID(), actor = 'Test agent' } = options;
    return new Promise<CallResult>((resolve) => {
      waiting.set(callId, resolve);
      child.send({ type: 'call', callId, requestId, name, input, actor, caller });
    });
  };
  const clientOf = (options: SendOptions) =>
    createClient({ call: (name, input) => send(name, input, options), subscribe: () => () => undefined });
  /** Resolves with the first event of this name, from now on, that the test is content with. */
  const waitForEvent = (name: string, isWanted: (payload: unknown) => boolean) =>
    new Promise<void>((resolve) => {
      const listener = (happened: string, payload: unknown) => {
        if (happened !== name || !isWanted(payload)) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  return {
    child,
    waitForEvent,
    send,
    events,
    log,
    client: clientOf({}),
    shell: clientOf({ caller: 'shell' }),
    kill: () => stop(child, () => child.kill('SIGKILL')),
    disconnect: () => stop(child, () => child.disconnect()),
  };
}

/** Resolves with the exit code once the process is gone; null when a signal ended it. */
function stop(child: ChildProcess, end: () => void): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    end();
  });
}
