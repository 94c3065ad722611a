import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError } from './setup-error.ts';

const STOP_MS = 3_000;

export interface BackgroundProgram {
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts a program that serves the others, such as a window manager. It ends with `stop()`, or with this process, however
 * that ends.
 *
 * @param env added to this process's own
 * @throws SetupError where no program can be started so; whether this one was, its user finds out
 */
export async function startInBackground(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<BackgroundProgram> {
  // `setpriv --pdeathsig` has the kernel end it when this process is killed; it belongs to util-linux.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], {
    env: { ...process.env, ...env },
    // The fourth is for what it has to say to us, such as its address.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stopAtExit = () => child.kill('SIGTERM');
  process.once('exit', stopAtExit);
  await once(child, 'spawn').catch(() => {
    throw new SetupError('setpriv (util-linux) is not installed.');
  });
  return {
    child,
    async stop() {
      process.off('exit', stopAtExit);
      await endProgram(child);
    },
  };
}

/** Asks a program to end, and makes it. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}

/** The first line that a program writes to its fourth descriptor, within `withinMs`. */
export function firstLineOf({ child }: BackgroundProgram, withinMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), withinMs);
    const settle = (line: string | null) => {
      clearTimeout(timer);
      resolve(line);
    };
    let text = '';
    // Typed as either direction; with 'pipe' a descriptor can be read.
    (child.stdio[3] as NodeJS.ReadableStream).setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) settle(text.slice(0, end));
    });
    child.once('exit', () => settle(null));
  });
}
