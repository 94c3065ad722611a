import { lstat, readFile, rm } from 'node:fs/promises';
import { nativeImage } from 'electron';
import { captureFailed } from '../../core/contract/errors.ts';
import type { CapturedScreen } from '../../core/contract/shell-records.ts';
import { toCapturedScreen } from './captured-screen.ts';
import type { DesktopBus } from './desktop-bus.ts';
import type { Log } from './log-entry.ts';
import { askForScreenshot } from './screen-portal.ts';

/** File systems and clocks do not agree to the millisecond. */
const CLOCK_SLACK_MS = 2000;

export interface PortalServices {
  readonly openBus: () => Promise<DesktopBus | null>;
  readonly log: Pick<Log, 'error'>;
}

/**
 * Asks the desktop for one picture of its screens, as Wayland has it, or of the part that its user marks there. The picture's file is
 * gone when this ends.
 *
 * @returns null when the user left without marking a part
 * @throws CallError `capture_failed` with the reason
 */
export async function photographByPortal(
  { openBus, log }: PortalServices,
  isArea: boolean,
): Promise<CapturedScreen | null> {
  const bus = await openBus();
  if (bus === null) throw captureFailed('notOffered', 'This session has no bus to ask the desktop on.');
  const askedAt = Date.now();
  try {
    const answer = await askForScreenshot(bus, isArea).catch((error: unknown) => {
      log.error('screen portal refused the question', undefined, error);
      throw captureFailed('notOffered', 'This desktop offers no picture of its screens.');
    });
    if (answer.kind === 'given') return await takeFile(answer.file, askedAt, log);
    if (answer.kind === 'left' && isArea) return null;
    if (answer.kind === 'left') throw captureFailed('refused', 'The desktop, or its user, gave no picture.');
    if (answer.kind === 'unanswered') throw captureFailed('unanswered', 'The desktop did not answer.');
    throw captureFailed('unknown', 'The desktop could not take a picture.');
  } finally {
    bus.close();
  }
}

async function takeFile(file: string, askedAt: number, log: Pick<Log, 'error'>): Promise<CapturedScreen> {
  try {
    const bytes = await readFile(file);
    const image = nativeImage.createFromBuffer(bytes);
    if (!image.isEmpty()) return toCapturedScreen('', image);
  } catch (error) {
    log.error('screen portal gave no readable picture', undefined, error);
  } finally {
    await removeIfNew(file, askedAt, log);
  }
  throw captureFailed('unknown', 'The picture that the desktop gave can not be read.');
}

/** Shows a customer's device, and was written for us; a file that was there before is somebody else's, whatever the portal says. */
async function removeIfNew(file: string, askedAt: number, log: Pick<Log, 'error'>): Promise<void> {
  try {
    const found = await lstat(file);
    if (found.isFile() && found.mtimeMs >= askedAt - CLOCK_SLACK_MS) await rm(file);
  } catch (error) {
    log.error('screen portal left its picture', undefined, error);
  }
}
