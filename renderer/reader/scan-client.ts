import { assertNever } from '../../core/assert-never.ts';
import type { PageStill } from '../../core/reset-page/page-still.ts';
import type { Diagnosis } from '../../core/scan/diagnose.ts';
import type { Picture, ScanOutcome } from '../../core/scan/types.ts';
import { createLiveFrames, type LiveFrame, type LiveScan } from './live-frames.ts';
import type { BgraScreen, CodeCrops, Frame, PictureInput, ScanAnswer, ScanInput } from './scan-messages.ts';
import { createScanQueue, type QueueResult, type ScanPort, type ScanPortEvents } from './scan-queue.ts';

export type { LiveFrame, LiveScan } from './live-frames.ts';
export type { BgraScreen, CodeCrops } from './scan-messages.ts';

/** Far above the slowest still (1.5 s) and the start of the WebAssembly reader on a slow laptop. */
const PATIENCE_MS = 10_000;

/** Pixels; wide enough to recognise one's own screen, small enough to keep several. */
const THUMBNAIL_WIDTH = 480;

/** Everything a still picture can be. A `Blob` is a picture file, still encoded. */
export type ScanPicture = Picture | Frame | BgraScreen | Blob;

export interface PictureOutcome extends ScanOutcome {
  /** `brokenPicture`: not a picture that can be opened. `gaveUp`: the reader hung or died; trying again is worth it. */
  readonly problem: 'brokenPicture' | 'gaveUp' | null;
  /** Pixels of the picture that was scanned; 0 when there was a problem. */
  readonly width: number;
  readonly height: number;
  /** A small copy, when explanations are wanted and no code was read. */
  readonly thumbnail: ImageBitmap | null;
  /** Why no code was read, when explanations are wanted; null when one was read, or when there was a problem. */
  readonly diagnosis: Diagnosis | null;
  /** See {@link keepCrops}. */
  readonly crops: CodeCrops;
  /** What stands around a reset code of a still; see `core/reset-page`. */
  readonly page: PageStill | null;
}

/** One worker for the whole window, started with the first picture. */
const queue = createScanQueue(startWorker, PATIENCE_MS);

/** As the agent's settings say; nothing is cut out of a picture before they do. */
let areCropsKept = false;

/** Whether a small picture of each reset code comes with what is read from now on, as evidence. */
export function keepCrops(areKept: boolean): void {
  areCropsKept = areKept;
}

/**
 * Reads the codes in a picture with the whole still ladder, in the window's worker. Never rejects.
 * The pixels are handed over, not copied: the caller can not use the picture afterwards.
 */
export async function scanPicture(
  picture: ScanPicture,
  options: { readonly wantsExplanation?: boolean } = {},
): Promise<PictureOutcome> {
  const thumbnailWidth = options.wantsExplanation ? THUMBNAIL_WIDTH : null;
  return toOutcome(
    await queue.add({ input: toInput(picture), effort: 'still', thumbnailWidth, wantsCrops: areCropsKept }),
  );
}

/**
 * Reads the pictures of one action together, as {@link scanPicture} does, and answers them in their order. Ends as soon as a reset
 * code was read, and looks into the reasons only when none of them gave any code.
 */
export async function scanTogether(pictures: readonly ScanPicture[]): Promise<readonly PictureOutcome[]> {
  const result = await queue.add({
    input: { kind: 'together', pictures: pictures.map(toInput) },
    effort: 'still',
    thumbnailWidth: THUMBNAIL_WIDTH,
    wantsCrops: areCropsKept,
  });
  return result.kind === 'scannedTogether'
    ? result.results.map(toOutcome)
    : pictures.map(() => toOutcome(result));
}

/** Looks at one of many frames of a file, without the slow rungs. Takes the frame, and closes it. */
export async function glanceAt(frame: Frame): Promise<PictureOutcome> {
  const input = toInput(frame);
  return toOutcome(
    await queue.add({ input, effort: 'glance', thumbnailWidth: null, wantsCrops: areCropsKept }),
  );
}

/** Reads neighbouring frames of a film as one, and the first of them with the whole ladder. Takes the frames. */
export async function scanFrames(
  frames: readonly Frame[],
  options: { readonly wantsExplanation: boolean },
): Promise<PictureOutcome> {
  return toOutcome(
    await queue.add({
      input: { kind: 'burst', frames: frames.map(toInput) },
      effort: 'still',
      thumbnailWidth: options.wantsExplanation ? THUMBNAIL_WIDTH : null,
      wantsCrops: areCropsKept,
    }),
  );
}

/** Reads camera frames as they come, the newest first; `onFrame` hears of every frame that was scanned. */
export function createLiveScan(onFrame: (frame: LiveFrame) => void): LiveScan {
  return createLiveFrames(queue, onFrame, { now: () => performance.now(), wantsCrops: () => areCropsKept });
}

function toInput(picture: ScanPicture): PictureInput {
  if (picture instanceof ImageBitmap || picture instanceof VideoFrame)
    return { kind: 'frame', frame: picture };
  if (picture instanceof Blob) return { kind: 'file', file: picture };
  return 'bgra' in picture ? { kind: 'screen', screen: picture } : { kind: 'picture', picture };
}

function toOutcome(result: QueueResult): PictureOutcome {
  if (result.kind === 'scanned') {
    const { outcome, width, height, thumbnail, diagnosis, crops, page } = result;
    return { ...outcome, problem: null, width, height, thumbnail, diagnosis, crops, page };
  }
  const problem = result.kind === 'broken' ? 'brokenPicture' : 'gaveUp';
  return {
    codes: [],
    glimpses: [],
    elapsedMs: 0,
    problem,
    width: 0,
    height: 0,
    thumbnail: null,
    diagnosis: null,
    crops: [],
    page: null,
  };
}

function startWorker({ onAnswer, onDeath }: ScanPortEvents): ScanPort {
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<ScanAnswer>) => onAnswer(event.data);
  worker.onerror = onDeath;
  worker.onmessageerror = onDeath;
  return {
    post: (job) => worker.postMessage(job, { transfer: transferOf(job.input) }),
    stop: () => worker.terminate(),
  };
}

function transferOf(input: ScanInput): Transferable[] {
  switch (input.kind) {
    case 'frame':
      return [input.frame];
    case 'picture':
      return [input.picture.data.buffer];
    case 'screen':
      return [input.screen.bgra.buffer];
    case 'file':
      return [];
    case 'burst':
      return input.frames.flatMap(transferOf);
    case 'together':
      return input.pictures.flatMap(transferOf);
    default:
      return assertNever(input);
  }
}
