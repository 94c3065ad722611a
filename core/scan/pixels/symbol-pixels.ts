import type { GrayImage } from '../gray.ts';
import { invert } from '../homography.ts';
import { type Fit, moduleOf } from '../refine-corners.ts';

/** Modules around the symbol whose pixels take part: the quiet zone is known to be light. */
export const RIM = 2;
/** A symbol of the densest reset code has fewer where they are needed; of a larger one every second or third pixel each way is taken. */
const MOST_PIXELS = 40_000;

/** The pixels of a symbol in one picture. Parallel arrays. */
export interface SymbolPixels {
  /** Middle of the pixel on the symbol, in modules from its corner. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly brightness: Float32Array;
}

/** @param size modules along the symbol's side */
export function takePixels(image: GrayImage, { view, corners }: Fit, size: number): SymbolPixels {
  const toSymbol = invert(view);
  const module = moduleOf(corners, size);
  const step = Math.ceil(Math.sqrt((module * size) ** 2 / MOST_PIXELS));
  // Twice, for corners that are not right ones.
  const margin = 2 * RIM * module;
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const right = Math.min(image.width, Math.max(...xs) + margin);
  const bottom = Math.min(image.height, Math.max(...ys) + margin);
  const [u, v, brightness]: [number[], number[], number[]] = [[], [], []];
  for (let y = Math.max(0, Math.floor(Math.min(...ys) - margin)); y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      // Pixel centres lie at half pixels.
      const at = toSymbol({ x: x + 0.5, y: y + 0.5 });
      if (Math.min(at.x, at.y) < -RIM || Math.max(at.x, at.y) >= size + RIM) continue;
      u.push(at.x);
      v.push(at.y);
      brightness.push(image.data[y * image.width + x] ?? 0);
    }
  }
  return { u: Float32Array.from(u), v: Float32Array.from(v), brightness: Float32Array.from(brightness) };
}

/** The first of every `step` pixels. */
export function thinOut({ u, v, brightness }: SymbolPixels, step: number): SymbolPixels {
  const isKept = (_: number, i: number) => i % step === 0;
  return { u: u.filter(isKept), v: v.filter(isKept), brightness: brightness.filter(isKept) };
}
