import { lstat, rm } from 'node:fs/promises';
import { nativeImage } from 'electron';
import { captureFailed } from '../../core/contract/errors.ts';
import type { CapturedScreen } from '../../core/contract/shell-records.ts';
import { declaredSize, MAX_DECODED_PIXELS } from '../../core/scan/picture-size.ts';
import { readNewFile } from '../files/read-file.ts';
import { toCapturedScreen } from './captured-screen.ts';
import type { DesktopBus } from './desktop-bus.ts';
import type { Log } from './log-entry.ts';
import { askForScreenshot, offersScreenPortal, type Screenshot } from './screen-portal.ts';

/** File systems and clocks do not agree to the millisecond. */
const CLOCK_SLACK_MS = 2000;

/** Four screens of 4K, not compressed. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;

export interface PortalServices {
  readonly openBus: () => Promise<DesktopBus | null>;
  readonly log: Pick<Log, 'error'>;
}

export interface PortalPicture {
  /** The desktop lets its user mark a part of its screens. */
  readonly isArea: boolean;
  /** Has what it runs done without our windows on the screen. */
  readonly aside: <Taken>(take: () => Promise<Taken>) => Promise<Taken>;
  /** Takes the question back. */
  readonly signal: AbortSignal;
}

/**
 * Asks the desktop for one picture of its screens, as Wayland has it, or of the part that its user marks there. Our windows leave only
 * when it is known that somebody is there to ask, and the picture's file is gone when this ends.
 *
 * @returns null when the user left without marking a part
 * @throws CallError `capture_failed` with the reason
 */
export async function photographByPortal(
  { openBus, log }: PortalServices,
  { isArea, aside, signal }: PortalPicture,
): Promise<CapturedScreen | null> {
  const bus = await openBus();
  if (bus === null) throw captureFailed('notOffered', 'This session has no bus to ask the desktop on.');
  let isDone: Promise<unknown> = Promise.resolve();
  try {
    if (!(await offersScreenPortal(bus, 'Screenshot'))) throw notOffered();
    const askedAt = Date.now();
    const answer = await aside(() => askForScreenshot(bus, { isArea, signal })).catch((error: unknown) => {
      log.error('screen portal refused the question', undefined, error);
      return { kind: 'failed' } as const;
    });
    if (answer.kind === 'given') return await takeFile(answer.file, askedAt, log);
    if (answer.kind === 'unanswered')
      isDone = answer.late.then((file) => (file === null ? undefined : removeIfNew(file, askedAt, log)));
    // Who marks an area and leaves has seen why there is none.
    if (isArea && (answer.kind === 'none' || signal.aborted)) return null;
    throw failureOf(answer.kind);
  } finally {
    // A picture that comes too late is still heard of.
    void isDone.finally(() => bus.close());
  }
}

const notOffered = () => captureFailed('notOffered', 'This desktop offers no picture of its screens.');

function failureOf(kind: Exclude<Screenshot['kind'], 'given'>): Error {
  if (kind === 'notOffered') return notOffered();
  if (kind === 'none') return captureFailed('refused', 'The desktop, or its user, gave no picture.');
  if (kind === 'unanswered') return captureFailed('unanswered', 'The desktop did not answer.');
  return captureFailed('unknown', 'The desktop could not take a picture.');
}

async function takeFile(file: string, askedAt: number, log: Pick<Log, 'error'>): Promise<CapturedScreen> {
  try {
    const bytes = await readNewFile(file, MAX_FILE_BYTES, askedAt - CLOCK_SLACK_MS);
    if (typeof bytes === 'string') throw new Error(bytes);
    const size = declaredSize(bytes);
    if (size === null || size.width * size.height > MAX_DECODED_PIXELS) throw new Error('size');
    const image = nativeImage.createFromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
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
