import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import type { ToBackend } from '../../core/contract/rpc.ts';
import { stackFrames } from './redact.ts';

/** A running backend, whichever way it was started. */
export interface BackendProcess {
  send(message: ToBackend): void;
  /** Ends it at once. The store loses nothing: what was answered is on disk. */
  kill(): void;
}

export interface BackendListeners {
  readonly onMessage: (message: unknown) => void;
  /**
   * Told once, also when it could not be started at all. `code` is null for a signal.
   * `trace` has the stack of a crash, if it printed one, and nothing else of its output.
   */
  readonly onExit: (code: number | null, trace: Error) => void;
}

export type LaunchBackend = (listeners: BackendListeners) => BackendProcess;

/** The way that ships: Electron's own Node, in a process of its own. */
export function launchAsUtility(entry: string): LaunchBackend {
  return ({ onMessage, onExit }) => {
    const child = utilityProcess.fork(entry, [], { serviceName: 'ResetDesk backend', stdio: 'pipe' });
    const trace = collectTrace(child.stderr);
    child.stdout?.resume();
    child.on('message', onMessage);
    child.once('exit', (code) => onExit(code, trace));
    return {
      send: (message) => child.postMessage(message),
      kill: () => killByPid(child.pid),
    };
  };
}

/** For an Electron whose Node is too old for the database addon: a Node of its own, same entry, same messages. */
export function launchOnNode(node: string, entry: string, args: readonly string[]): LaunchBackend {
  return ({ onMessage, onExit }) => {
    const child = spawn(node, [entry, ...args], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Options meant for Electron's Node are not meant for this one.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const trace = collectTrace(child.stderr);
    let hasEnded = false;
    const end = (code: number | null) => {
      if (!hasEnded) onExit(code, trace);
      hasEnded = true;
    };
    child.on('message', onMessage);
    child.once('exit', end);
    child.once('error', () => end(null));
    return {
      // Sending to a process that has just died fails; the exit that follows has the call sent again.
      send: (message) => void child.send(message, () => undefined),
      kill: () => killByPid(child.pid),
    };
  };
}

const FRAMES_KEPT = 30;

/** Keeps the places of the last stack that was printed; the rest of the output may hold data and is dropped. */
function collectTrace(output: NodeJS.ReadableStream | null): Error {
  const trace = new Error();
  const frames: string[] = [];
  trace.stack = '';
  if (output === null) return trace;
  createInterface({ input: output as Readable }).on('line', (line) => {
    frames.push(...stackFrames(line));
    frames.splice(0, frames.length - FRAMES_KEPT);
    trace.stack = frames.join('\n');
  });
  return trace;
}

function killByPid(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
