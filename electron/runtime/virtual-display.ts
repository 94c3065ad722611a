import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { SetupError } from './setup-error.ts';

const STANDARD_SCREEN = '1920x1080x24';
const READY_MS = 15_000;
const STOP_MS = 3_000;

export interface VirtualDisplay {
  /** For the environment variable `DISPLAY`, for example `:99`. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Is there a screen that a window could appear on? */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts an X server without a screen (Xvfb) on a free display number and waits until it answers.
 * It ends with `stop()`, or with this process, however that ends.
 *
 * @param screens One `WIDTHxHEIGHTxDEPTH` for each screen.
 * @throws SetupError when it can not be started.
 */
export async function startVirtualDisplay(
  screens: readonly string[] = [STANDARD_SCREEN],
): Promise<VirtualDisplay> {
  const screenArgs = screens.flatMap((screen, index) => ['-screen', String(index), screen]);
  // `setpriv --pdeathsig` has the kernel end the server when this process is killed; it belongs to util-linux.
  // `-displayfd` has the server choose the number itself and say so when it is ready.
  const server = spawn(
    'setpriv',
    ['--pdeathsig', 'TERM', 'Xvfb', '-displayfd', '3', '-nolisten', 'tcp', '-noreset', ...screenArgs],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stopAtExit = () => server.kill('SIGTERM');
  process.once('exit', stopAtExit);
  try {
    const number = await displayNumber(server);
    return {
      name: `:${number}`,
      async stop() {
        process.off('exit', stopAtExit);
        await end(server);
      },
    };
  } catch (error) {
    process.off('exit', stopAtExit);
    await end(server);
    throw error;
  }
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new SetupError(`The virtual display (Xvfb) ${why}.`));
    const timer = setTimeout(() => fail('does not answer'), READY_MS);
    let text = '';
    // Typed as either direction; with 'pipe' a descriptor can be read.
    const ready = server.stdio[3] as Readable;
    ready.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
    server.once('error', () => fail('is not installed'));
    server.once('exit', () => {
      clearTimeout(timer);
      fail('could not be started');
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}
