import { solveRidge } from '../ridge.ts';
import type { SymbolPixels } from './symbol-pixels.ts';

/** What the light makes of a symbol, at each of its pixels. */
export interface Light {
  /** Brightness between light and dark. */
  readonly middle: Float32Array;
  /** What a wholly dark pixel adds to it; below 0. */
  readonly depth: Float32Array;
}

/** Light that changes smoothly: 1, u, v, uu, uv, vv for the middle; 1, u, v for the depth. */
const MIDDLE_TERMS = 6;
const TERMS = MIDDLE_TERMS + 3;
const RIDGE = 1e-6;
/** Side in modules of the squares in which glare is measured: wider than what modules do, narrower than reflections. */
const PATCH = 4;
/** Patches around the symbol: for its rim, and for the mean of neighbours. */
const PATCH_RIM = 2;

/**
 * Light that changes smoothly across the symbol, so that the pixels come out as well as may be.
 *
 * @param blurred the symbol as it is believed to be at each pixel, -1 (light) to 1 (dark)
 */
export function fitLight(pixels: SymbolPixels, blurred: Float32Array, size: number): Float64Array {
  const features = new Float32Array(blurred.length * TERMS);
  for (let i = 0, at = 0; i < blurred.length; i++, at += TERMS) {
    const { x, y } = onSymbol(pixels, i, size);
    const dark = blurred[i] ?? 0;
    features[at] = 1;
    features[at + 1] = x;
    features[at + 2] = y;
    features[at + 3] = x * x;
    features[at + 4] = x * y;
    features[at + 5] = y * y;
    features[at + 6] = dark;
    features[at + 7] = dark * x;
    features[at + 8] = dark * y;
  }
  const rows = Array.from(blurred.keys());
  const targets = [Array.from(pixels.brightness)];
  return solveRidge(features, TERMS, rows, targets, RIDGE)[0] ?? new Float64Array(TERMS);
}

/** From -1 to 1 across the symbol. */
function onSymbol(
  { u, v }: SymbolPixels,
  i: number,
  size: number,
): { readonly x: number; readonly y: number } {
  return { x: (2 * (u[i] ?? 0)) / size - 1, y: (2 * (v[i] ?? 0)) / size - 1 };
}

/** @param terms as {@link fitLight} answers them */
export function layLight(terms: Float64Array, pixels: SymbolPixels, size: number): Light {
  const middle = new Float32Array(pixels.u.length);
  const depth = new Float32Array(pixels.u.length);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, k = 0] = terms;
  for (let i = 0; i < middle.length; i++) {
    const { x, y } = onSymbol(pixels, i, size);
    middle[i] = a + b * x + c * y + d * x * x + e * x * y + f * y * y;
    depth[i] = g + h * x + k * y;
  }
  return { middle, depth };
}

/** What each pixel has beside the blurred symbol in this light. */
export function missesOf(
  pixels: SymbolPixels,
  blurred: Float32Array,
  { middle, depth }: Light,
): Float32Array {
  return pixels.brightness.map((value, i) => value - (middle[i] ?? 0) - (depth[i] ?? 0) * (blurred[i] ?? 0));
}

/** Moves the middle to where the pixels are, patch by patch: a reflection is no smooth slope. */
export function followGlare(pixels: SymbolPixels, light: Light, misses: Float32Array, size: number): Light {
  const side = Math.ceil(size / PATCH) + 2 * PATCH_RIM;
  const sums = new Float32Array(side * side);
  const counts = new Float32Array(side * side);
  const { u, v } = pixels;
  misses.forEach((miss, i) => {
    const row = Math.floor((v[i] ?? 0) / PATCH) + PATCH_RIM;
    const at = row * side + Math.floor((u[i] ?? 0) / PATCH) + PATCH_RIM;
    sums[at] = (sums[at] ?? 0) + miss;
    counts[at] = (counts[at] ?? 0) + 1;
  });
  const mean = meanAround(sums, counts, side);
  // The middle of a patch lies half a patch from its edge.
  const middleOf = (modules: number) => modules / PATCH + PATCH_RIM - 0.5;
  const middle = light.middle.map(
    (value, i) => value + between(mean, side, middleOf(u[i] ?? 0), middleOf(v[i] ?? 0)),
  );
  return { ...light, middle };
}

/** Of each patch and the eight around it. */
function meanAround(sums: Float32Array, counts: Float32Array, side: number): Float32Array {
  return sums.map((_, at) => {
    const [row, column] = [Math.floor(at / side), at % side];
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(side - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(side - 1, column + 1); x++) {
        sum += sums[y * side + x] ?? 0;
        count += counts[y * side + x] ?? 0;
      }
    }
    return sum / Math.max(1, count);
  });
}

/** Linear between the four values around a place. */
function between(values: Float32Array, side: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const at = top * side + left;
  const upper = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx;
  const lower = (values[at + side] ?? 0) * (1 - fx) + (values[at + side + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
