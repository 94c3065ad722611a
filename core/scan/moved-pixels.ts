import { type GrayImage, type Rect, toGray } from './gray.ts';
import type { Picture } from './types.ts';

/** Faster than this a code is out of the picture before it can be told. Pixels. */
const MAX_SHIFT = 80;
/** A shift explains the difference between two frames when it leaves less than this share of it. */
const EXPLAINED = 0.6;
/** Mean brightness difference of two frames of a thing that stands still: noise. */
const STILL = 1.5;

/**
 * How far a part of the picture has moved since the frame before, in pixels; 0 when it stands still or it can not be told.
 * Rows and columns are summed up and slid along each other: a code's sums are as uneven as its modules.
 */
export function movedPixels(image: GrayImage, previous: Picture, rect: Rect): number {
  const before = toGray(previous);
  if (before === null || before.width !== image.width || before.height !== image.height) return 0;
  const across = shiftBetween(columnMeans(image, rect), columnMeans(before, rect));
  const down = shiftBetween(rowMeans(image, rect), rowMeans(before, rect));
  return Math.hypot(across, down);
}

function shiftBetween(now: readonly number[], before: readonly number[]): number {
  const still = differenceAt(now, before, 0);
  if (still < STILL) return 0;
  const reach = Math.min(MAX_SHIFT, Math.floor(now.length / 3));
  let best = { shift: 0, difference: still };
  for (let shift = -reach; shift <= reach; shift++) {
    const difference = differenceAt(now, before, shift);
    if (difference < best.difference) best = { shift, difference };
  }
  return best.difference < EXPLAINED * still ? best.shift : 0;
}

function differenceAt(now: readonly number[], before: readonly number[], shift: number): number {
  let sum = 0;
  let count = 0;
  for (let i = Math.max(0, shift); i < Math.min(now.length, now.length + shift); i++, count++) {
    sum += Math.abs((now[i] ?? 0) - (before[i - shift] ?? 0));
  }
  return sum / Math.max(1, count);
}

function columnMeans({ data, width }: GrayImage, rect: Rect): readonly number[] {
  const sums = new Array<number>(rect.width).fill(0);
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    for (let x = 0; x < rect.width; x++) sums[x] = (sums[x] ?? 0) + (data[y * width + rect.x + x] ?? 0);
  }
  return sums.map((sum) => sum / Math.max(1, rect.height));
}

function rowMeans({ data, width }: GrayImage, rect: Rect): readonly number[] {
  return Array.from({ length: rect.height }, (_, row) => {
    const start = (rect.y + row) * width + rect.x;
    return data.subarray(start, start + rect.width).reduce((sum, value) => sum + value, 0) / rect.width;
  });
}
