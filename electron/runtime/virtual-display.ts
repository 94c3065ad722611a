import { firstLineOf, startInBackground } from './background-program.ts';
import { SetupError } from './setup-error.ts';

const STANDARD_SCREEN = '1920x1080x24';
const READY_MS = 15_000;

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
  // `-displayfd` has the server choose the number itself and say so when it is ready.
  const server = await startInBackground('Xvfb', [
    ...['-displayfd', '3', '-nolisten', 'tcp', '-noreset'],
    ...screenArgs,
  ]);
  const number = await firstLineOf(server, READY_MS);
  if (number !== null) return { name: `:${number.trim()}`, stop: server.stop };
  await server.stop();
  throw new SetupError('The virtual display (Xvfb) could not be started, or does not answer.');
}
