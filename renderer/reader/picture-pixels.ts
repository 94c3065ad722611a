import { assertNever } from '../../core/assert-never.ts';
import { fillSeeThrough } from '../../core/scan/ground.ts';
import { declaredSize, MAX_DECODED_PIXELS } from '../../core/scan/picture-size.ts';
import type { Picture } from '../../core/scan/types.ts';
import type { BgraScreen, Frame, PictureInput } from './scan-messages.ts';

/** A 40-megapixel photo still fits; anything larger is drawn smaller, because its pixels alone would take 160 MB and more. */
const MAX_PIXELS = 40_000_000;

const SEE_THROUGH_FORMATS: ReadonlySet<string> = new Set(['RGBA', 'BGRA', 'I420A']);

/** Kept between pictures: making one for each would cost more than drawing. */
let canvas: OffscreenCanvas | null = null;

/** Pixels of any input; null when it is no picture. Runs in the worker, because reading pixels back takes long. */
export async function toPicture(input: PictureInput): Promise<Picture | null> {
  switch (input.kind) {
    case 'picture':
      return input.picture;
    case 'screen':
      return fromBgra(input.screen);
    case 'frame':
      return input.frame instanceof VideoFrame ? fromVideoFrame(input.frame) : fromFrame(input.frame);
    case 'file':
      return fromFile(input.file);
    default:
      return assertNever(input);
  }
}

async function fromFile(file: Blob): Promise<Picture | null> {
  try {
    const size = declaredSize(new Uint8Array(await file.arrayBuffer()));
    if (size === null || size.width * size.height > MAX_DECODED_PIXELS) return null;
    return fromFrame(await createImageBitmap(file));
  } catch {
    return null;
  }
}

/**
 * The same pixels as drawing the frame gives. Drawn, each frame of a camera would stay in Chromium's cache of decoded pictures, which
 * fills half a gigabyte in a few minutes.
 */
async function fromVideoFrame(frame: VideoFrame): Promise<Picture | null> {
  const { displayWidth: width, displayHeight: height, visibleRect } = frame;
  const isAsShown = visibleRect?.width === width && visibleRect.height === height;
  if (!isAsShown || width * height > MAX_PIXELS) return fromFrame(frame);
  const data = await copyPixels(frame, width * height * 4);
  if (data === null) return fromFrame(frame);
  const isSeeThrough = mayBeSeeThrough(frame);
  frame.close();
  const picture = { data, width, height };
  if (isSeeThrough) fillSeeThrough(picture);
  return picture;
}

/** Null where there is no room for them, or the frame's format can not be copied. */
async function copyPixels(frame: VideoFrame, bytes: number): Promise<Uint8ClampedArray<ArrayBuffer> | null> {
  try {
    const data = new Uint8ClampedArray(bytes);
    await frame.copyTo(data, { format: 'RGBA' });
    return data;
  } catch {
    return null;
  }
}

/** Closes the frame, whatever comes of it: a camera stops while too many of its frames are open. */
function fromFrame(frame: Frame): Picture | null {
  try {
    return drawFrame(frame);
  } finally {
    frame.close();
  }
}

function drawFrame(frame: Frame): Picture | null {
  const full = sizeOf(frame);
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (full.width * full.height)));
  const width = Math.max(1, Math.floor(full.width * scale));
  const height = Math.max(1, Math.floor(full.height * scale));
  const context = contextOf(width, height);
  if (context === null) return null;
  context.clearRect(0, 0, width, height);
  context.drawImage(frame, 0, 0, width, height);
  const isSeeThrough = mayBeSeeThrough(frame);
  const picture = { data: context.getImageData(0, 0, width, height).data, width, height };
  if (isSeeThrough) fillSeeThrough(picture);
  return picture;
}

/** A camera's frames never are, and looking through their pixels would take time. */
function mayBeSeeThrough(frame: Frame): boolean {
  return !(frame instanceof VideoFrame) || SEE_THROUGH_FORMATS.has(frame.format ?? '');
}

function sizeOf(frame: Frame): { readonly width: number; readonly height: number } {
  return frame instanceof VideoFrame ? { width: frame.displayWidth, height: frame.displayHeight } : frame;
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** Swaps red and blue in place. */
function fromBgra({ bgra, width, height }: BgraScreen): Picture | null {
  if (bgra.length !== width * height * 4) return null;
  for (let at = 0; at < bgra.length; at += 4) {
    const blue = bgra[at] ?? 0;
    bgra[at] = bgra[at + 2] ?? 0;
    bgra[at + 2] = blue;
    bgra[at + 3] = 255;
  }
  return { data: new Uint8ClampedArray(bgra.buffer, bgra.byteOffset, bgra.length), width, height };
}
