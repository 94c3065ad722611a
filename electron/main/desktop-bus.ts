import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, MessageBus } from 'dbus-native';

/** Of the two buses of a Linux desktop: one belongs to who is logged in, one to the computer. */
export type BusName = 'session' | 'system';

/** A program that is asked answers at once, or has to start first. One that asks its user something would answer much later. */
const ANSWERS_WITHIN_MS = 3000;

/**
 * A bus is on the same computer, so it is there at once. Sooner than an answer: of a bus that takes the connection and says nothing,
 * the library's own first call would end in an error that nobody can catch.
 */
const CONNECTS_WITHIN_MS = 1000;

const METHOD_CALL = 1;

/** What is asked of a program on the bus. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
  /** How long its answer is waited for, where that is longer than usual: a program may have to start first. */
  readonly withinMs?: number;
}

/** As much of a bus as is used here. */
export interface DesktopBus {
  /** @throws Error where nobody answers in time, or the answer is a refusal */
  call(call: BusCall): Promise<unknown>;
  /** Hears every signal that fits a rule, as D-Bus writes rules, until the bus ends. */
  listen(rules: readonly string[], hear: (signal: Message) => void, onEnd?: () => void): Promise<void>;
  close(): void;
}

/** As D-Bus and GLib's programs name it; the last is GLib's word for a property of an interface that is not there. */
const NOT_THERE = [
  'ServiceUnknown',
  'NameHasNoOwner',
  'UnknownObject',
  'UnknownInterface',
  'UnknownMethod',
  'UnknownProperty',
  'InvalidArgs',
];

const errorNameOf = (error: unknown): unknown =>
  error instanceof Error && 'dbusName' in error ? error.dbusName : null;

/** Does a failed call say that nobody offers what was asked for? One that was too slow or failed says nothing of it. */
export function saysNotThere(error: unknown): boolean {
  return NOT_THERE.some((name) => errorNameOf(error) === `org.freedesktop.DBus.Error.${name}`);
}

/** Did a call fail because nobody answered in time? */
export function isUnanswered(error: unknown): boolean {
  return errorNameOf(error) === 'org.freedesktop.DBus.Error.NoReply';
}

/** Null where there is no such bus, which is no fault: the program then does without what only the bus tells. */
export async function openBus(name: BusName, env = process.env): Promise<DesktopBus | null> {
  const busAddress = addressOf(name, env);
  if (process.platform !== 'linux' || busAddress === null) return null;
  try {
    // Only now: the window does not wait for it.
    const { createClient } = await import('dbus-native');
    return await connected(createClient({ busAddress, timeout: ANSWERS_WITHIN_MS }));
  } catch {
    return null;
  }
}

/** By the conventions of D-Bus. */
export function addressOf(name: BusName, env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env[name === 'session' ? 'DBUS_SESSION_BUS_ADDRESS' : 'DBUS_SYSTEM_BUS_ADDRESS'];
  // Chromium puts a word in place of an address where a session has none.
  if (named?.includes(':')) return named;
  const runtimeFolder = env['XDG_RUNTIME_DIR'];
  const session = runtimeFolder === undefined ? null : join(runtimeFolder, 'bus');
  const socket = name === 'session' ? session : '/run/dbus/system_bus_socket';
  return socket !== null && existsSync(socket) ? `unix:path=${socket}` : null;
}

function connected(bus: MessageBus): Promise<DesktopBus> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => bus.connection.stream.destroy(), CONNECTS_WITHIN_MS);
    // Also later: a bus that ends with its session must not end the program.
    bus.connection.on('error', reject);
    bus.connection.once('close', () => {
      clearTimeout(timer);
      reject(new Error('The bus has closed.'));
    });
    bus.connection.once('connect', () => {
      clearTimeout(timer);
      resolve(desktopBus(bus));
    });
  });
}

function desktopBus(bus: MessageBus): DesktopBus {
  return {
    call: async ({ body, withinMs: timeout, ...call }) =>
      await bus.invoke(
        { type: METHOD_CALL, ...call, ...(body === undefined ? {} : { body: [...body] }) },
        timeout === undefined ? {} : { timeout },
      ),
    async listen(rules, hear, onEnd = () => undefined) {
      bus.connection.on('message', hear);
      bus.connection.once('close', onEnd);
      for (const rule of rules) await bus.addMatch(rule);
    },
    close: () => void bus.connection.end(),
  };
}
