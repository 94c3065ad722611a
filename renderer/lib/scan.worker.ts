import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { createScanner } from '../../core/scan/create-scanner.ts';
import type { Picture, Scanner, ScanOutcome } from '../../core/scan/types.ts';
import { cropCodes } from './crop-codes.ts';
import { createFrameBurst } from './frame-burst.ts';
import { createMissWatch } from './miss-watch.ts';
import { toPicture } from './picture-pixels.ts';
import type { ScanAnswer, ScanEffort, ScanJob, ScanResult } from './scan-messages.ts';

let scanner: Promise<Scanner> | null = null;
const burst = createFrameBurst(() => performance.now());
const misses = createMissWatch(() => performance.now());

self.onmessage = async ({ data: job }: MessageEvent<ScanJob>) => {
  const result = await scan(job);
  const answer: ScanAnswer = { jobId: job.jobId, result };
  const thumbnail = result.kind === 'scanned' ? result.thumbnail : null;
  self.postMessage(answer, { transfer: thumbnail === null ? [] : [thumbnail] });
};

async function scan(job: ScanJob): Promise<ScanResult> {
  const picture = await toPicture(job.input);
  if (picture === null) return { kind: 'broken' };
  scanner ??= startScanner();
  const outcome = await read(await scanner, picture, job.effort);
  const isThumbnailWanted = job.thumbnailWidth !== null && outcome.codes.length === 0;
  return {
    kind: 'scanned',
    outcome,
    width: picture.width,
    height: picture.height,
    crops: job.wantsCrops ? await cropCodes(picture, outcome.codes) : [],
    diagnosis: misses.explain(picture, outcome, job.effort),
    thumbnail: isThumbnailWanted ? await toThumbnail(picture, job.thumbnailWidth) : null,
  };
}

async function read(scanner: Scanner, picture: Picture, effort: ScanEffort): Promise<ScanOutcome> {
  if (effort === 'still') return scanner.scanStill(picture);
  const outcome = await scanner.scanLive(picture, { isThorough: effort === 'thorough' });
  burst.add(picture, outcome);
  const frames = burst.take();
  return frames === null ? outcome : preferRead(await scanner.scanBurst(frames), outcome);
}

/** Where the burst was not read either, the newest frame says best where the code is now. */
function preferRead(burstOutcome: ScanOutcome, frameOutcome: ScanOutcome): ScanOutcome {
  return burstOutcome.codes.length > 0 ? burstOutcome : frameOutcome;
}

/** The reader comes from our own files or not at all: without it the scanner falls back to plain JavaScript. */
async function startScanner(): Promise<Scanner> {
  return createScanner({ wasmBinary: await fetchWasm() });
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
