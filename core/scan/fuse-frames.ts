import { crop, type GrayImage, type Rect } from './gray.ts';
import type { Point } from './types.ts';

/** A hand at arm's length moves a camera by less than this between frames, in pixels. */
const MAX_SHIFT = 16;
/** Every third pixel each way is compared: a code has thousands of edges. */
const STRIDE = 3;

/**
 * One picture of a region from several frames of it: each frame is moved, to a fraction of a pixel, to where it agrees best with the
 * first, and all are averaged. Noise and moire differ from frame to frame and fade; the code stays.
 */
export interface FusedRegion {
  readonly image: GrayImage;
  /** The frames that took part, the first one first, and how far each is moved against it. */
  readonly frames: readonly { readonly image: GrayImage; readonly shift: Point }[];
}

/** Frames of another size than the first are left out. Null without frames. */
export function fuseFrames(frames: readonly GrayImage[], rect: Rect): FusedRegion | null {
  const [first] = frames;
  if (first === undefined) return null;
  const reference = crop(first, rect);
  const moved = frames
    .filter((frame) => frame.width === first.width && frame.height === first.height)
    .map((image) => ({ image, shift: image === first ? { x: 0, y: 0 } : findShift(reference, image, rect) }));
  const sums = new Float32Array(reference.data.length);
  for (const { image, shift } of moved) addShifted(sums, reference, image, rect, shift);
  const data = Uint8Array.from(sums, (sum) => Math.round(sum / moved.length));
  return { image: { ...reference, data }, frames: moved };
}

/** How far a frame is moved against the reference, in pixels. */
export function findShift(reference: GrayImage, frame: GrayImage, rect: Rect): Point {
  let best = { x: 0, y: 0, difference: differenceAt(reference, frame, rect, 0, 0) };
  for (let y = -MAX_SHIFT; y <= MAX_SHIFT; y++) {
    for (let x = -MAX_SHIFT; x <= MAX_SHIFT; x++) {
      const difference = differenceAt(reference, frame, rect, x, y);
      if (difference < best.difference) best = { x, y, difference };
    }
  }
  const at = (x: number, y: number) => differenceAt(reference, frame, rect, x, y);
  return {
    x: best.x + valley(at(best.x - 1, best.y), best.difference, at(best.x + 1, best.y)),
    y: best.y + valley(at(best.x, best.y - 1), best.difference, at(best.x, best.y + 1)),
  };
}

/** Sum of absolute differences over a sparse grid; pixels that fall outside count as much as a strong mismatch. */
function differenceAt(reference: GrayImage, frame: GrayImage, rect: Rect, dx: number, dy: number): number {
  let sum = 0;
  for (let y = 0; y < reference.height; y += STRIDE) {
    const row = rect.y + y + dy;
    if (row < 0 || row >= frame.height) {
      sum += (64 * reference.width) / STRIDE;
      continue;
    }
    for (let x = 0; x < reference.width; x += STRIDE) {
      const column = Math.min(Math.max(rect.x + x + dx, 0), frame.width - 1);
      sum += Math.abs(
        (reference.data[y * reference.width + x] ?? 0) - (frame.data[row * frame.width + column] ?? 0),
      );
    }
  }
  return sum;
}

/** Where between two neighbours the lowest point lies, -0.5..0.5: sums of absolute differences fall in straight lines. */
function valley(before: number, lowest: number, after: number): number {
  const slope = Math.max(before, after) - lowest;
  return slope <= 0 ? 0 : (0.5 * (before - after)) / slope;
}

function addShifted(
  sums: Float32Array,
  reference: GrayImage,
  frame: GrayImage,
  rect: Rect,
  shift: Point,
): void {
  const [wholeX, wholeY] = [Math.floor(shift.x), Math.floor(shift.y)];
  const [fx, fy] = [shift.x - wholeX, shift.y - wholeY];
  const { data, width, height } = frame;
  for (let y = 0; y < reference.height; y++) {
    const upper = Math.min(Math.max(rect.y + y + wholeY, 0), height - 1) * width;
    const lower = Math.min(Math.max(rect.y + y + wholeY + 1, 0), height - 1) * width;
    for (let x = 0; x < reference.width; x++) {
      const left = Math.min(Math.max(rect.x + x + wholeX, 0), width - 1);
      const right = Math.min(left + 1, width - 1);
      const top = (data[upper + left] ?? 0) * (1 - fx) + (data[upper + right] ?? 0) * fx;
      const bottom = (data[lower + left] ?? 0) * (1 - fx) + (data[lower + right] ?? 0) * fx;
      const at = y * reference.width + x;
      sums[at] = (sums[at] ?? 0) + top * (1 - fy) + bottom * fy;
    }
  }
}
