import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { classifyPayload } from '../../core/qr/classify.ts';
import { type PageStill, pageStillOf } from '../../core/reset-page/page-still.ts';
import { createScanner } from '../../core/scan/create-scanner.ts';
import type { Picture, Scanner, ScanOutcome } from '../../core/scan/types.ts';
import { cropCodes } from './crop-codes.ts';
import { createFrameBurst } from './frame-burst.ts';
import { createMissWatch } from './miss-watch.ts';
import { toPicture } from './picture-pixels.ts';
import { readTogether } from './read-together.ts';
import type {
  PictureInput,
  PictureResult,
  ScanAnswer,
  ScanEffort,
  ScanJob,
  ScanResult,
} from './scan-messages.ts';

let scanner: Promise<Scanner> | null = null;
const burst = createFrameBurst(() => performance.now());
const misses = createMissWatch(() => performance.now());

self.onmessage = async ({ data: job }: MessageEvent<ScanJob>) => {
  const result = await scan(job);
  const answer: ScanAnswer = { jobId: job.jobId, result };
  self.postMessage(answer, { transfer: thumbnailsOf(result) });
};

async function scan(job: ScanJob): Promise<ScanResult> {
  scanner ??= startScanner();
  if (job.input.kind === 'together') {
    const results = await scanTogether(job.input.pictures, await scanner, job);
    return { kind: 'scannedTogether', results };
  }
  if (job.input.kind === 'burst') return scanFrames(job.input.frames, await scanner, job);
  const picture = await toPicture(job.input);
  if (picture === null) return { kind: 'broken' };
  const outcome = await read(await scanner, picture, job.effort);
  return toResult(picture, outcome, job, outcome.codes.length === 0);
}

/** All as one, then the first by itself with all rungs. */
async function scanFrames(
  inputs: readonly PictureInput[],
  scanner: Scanner,
  job: ScanJob,
): Promise<PictureResult> {
  const frames: Picture[] = [];
  for (const input of inputs) {
    const frame = await toPicture(input);
    if (frame !== null) frames.push(frame);
  }
  const [first] = frames;
  if (first === undefined) return { kind: 'broken' };
  const fused = frames.length > 1 ? await scanner.scanBurst(frames) : null;
  const outcome = fused !== null && fused.codes.length > 0 ? fused : await scanner.scanStill(first);
  return toResult(first, outcome, job, outcome.codes.length === 0);
}

async function scanTogether(
  inputs: readonly PictureInput[],
  scanner: Scanner,
  job: ScanJob,
): Promise<readonly PictureResult[]> {
  const pictures = await Promise.all(inputs.map(toPicture));
  const outcomes = await readTogether(
    pictures.filter((picture) => picture !== null),
    scanner,
  );
  const isMissed = outcomes.every(({ codes }) => codes.length === 0);
  const results: PictureResult[] = [];
  let read = 0;
  for (const picture of pictures) {
    const outcome = picture === null ? undefined : outcomes[read++];
    results.push(
      picture === null || outcome === undefined
        ? { kind: 'broken' }
        : await toResult(picture, outcome, job, isMissed),
    );
  }
  return results;
}

/** Why a still was missed is only looked into when someone asks: it costs as much as reading it. */
async function toResult(
  picture: Picture,
  outcome: ScanOutcome,
  { effort, wantsCrops, thumbnailWidth }: ScanJob,
  isMissed: boolean,
): Promise<PictureResult> {
  const isOfCamera = effort === 'live' || effort === 'thorough';
  const isExplained = isOfCamera || (isMissed && thumbnailWidth !== null);
  return {
    kind: 'scanned',
    outcome,
    width: picture.width,
    height: picture.height,
    crops: wantsCrops ? await cropCodes(picture, outcome.codes) : [],
    diagnosis: isExplained ? misses.explain(picture, outcome, effort) : null,
    page: effort === 'still' || effort === 'glance' ? pageIn(picture, outcome) : null,
    thumbnail: isMissed && thumbnailWidth !== null ? await toThumbnail(picture, thumbnailWidth) : null,
  };
}

function pageIn(picture: Picture, { codes }: ScanOutcome): PageStill | null {
  const reset = codes.find(({ text }) => classifyPayload(text).kind === 'dahuaReset');
  return reset === undefined ? null : pageStillOf(picture, reset.corners);
}

function thumbnailsOf(result: ScanResult): ImageBitmap[] {
  if (result.kind === 'scannedTogether') return result.results.flatMap(thumbnailsOf);
  return result.kind === 'scanned' && result.thumbnail !== null ? [result.thumbnail] : [];
}

async function read(scanner: Scanner, picture: Picture, effort: ScanEffort): Promise<ScanOutcome> {
  if (effort === 'still') return scanner.scanStill(picture);
  if (effort === 'glance') return scanner.scanLive(picture, { isThorough: true });
  const outcome = await scanner.scanLive(picture, { isThorough: effort === 'thorough' });
  burst.add(picture, outcome);
  const frames = burst.take();
  return frames === null ? outcome : preferRead(await scanner.scanBurst(frames), outcome);
}

/** Where the burst was not read either, the newest frame says best where the code is now. */
function preferRead(burstOutcome: ScanOutcome, frameOutcome: ScanOutcome): ScanOutcome {
  return burstOutcome.codes.length > 0 ? burstOutcome : frameOutcome;
}

/** The reader comes from our own files or not at all: without it the scanner falls back to plain JavaScript. A clock that is set must not end a scan. */
async function startScanner(): Promise<Scanner> {
  return createScanner({ wasmBinary: await fetchWasm(), now: () => performance.now() });
}

async function fetchWasm(): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(wasmUrl);
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

async function toThumbnail(picture: Picture, maxWidth: number): Promise<ImageBitmap> {
  const pixels = new ImageData(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  return createImageBitmap(pixels, {
    resizeWidth: Math.min(maxWidth, picture.width),
    resizeQuality: 'medium',
  });
}
