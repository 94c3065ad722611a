import type { GrayImage } from './gray.ts';
import type { Homography } from './homography.ts';
import { sampleAt } from './refine-corners.ts';

/** Modules sampled around the symbol, so that its rim has neighbours too. */
export const RIM = 2;

/** Places inside one module, in modules from its middle: far enough to beat noise, near enough to miss the neighbours. */
const SPOTS = [
  [-0.22, -0.22],
  [0.22, -0.22],
  [-0.22, 0.22],
  [0.22, 0.22],
] as const;
/** Modules each way for the brightness around. */
const SURROUND = 8;

/**
 * Brightness of each module and of a rim of {@link RIM} modules around the symbol, scaled to a mean of 0 and a spread of 1.
 * Every array has `side` * `side` values; `side` = size + 2 * RIM.
 */
export interface SoftGrid {
  readonly size: number;
  readonly side: number;
  readonly values: Float32Array;
  /** Mean of `values` over the modules around: the light there. */
  readonly around: Float32Array;
}

export function sampleGrid(image: GrayImage, view: Homography, size: number): SoftGrid {
  const side = size + 2 * RIM;
  const values = new Float32Array(side * side);
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at++) {
      let sum = 0;
      for (const [du, dv] of SPOTS)
        sum += sampleAt(image, view, column - RIM + 0.5 + du, row - RIM + 0.5 + dv);
      values[at] = sum / SPOTS.length;
    }
  }
  const { mean, spread } = overall(values);
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] ?? 0) - mean) / spread;
  return { size, side, values, around: surroundings(values, side) };
}

/** Module by module over grids of one size; noise differs between them, the code does not. */
export function averageGrids(grids: readonly SoftGrid[]): SoftGrid {
  const [first] = grids;
  if (first === undefined) throw new RangeError('There is no grid to average.');
  if (grids.length === 1) return first;
  return {
    ...first,
    values: meanOf(grids.map((grid) => grid.values)),
    around: meanOf(grids.map((grid) => grid.around)),
  };
}

function meanOf(lists: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(lists[0]?.length ?? 0);
  for (const list of lists) {
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (list[i] ?? 0) / lists.length;
  }
  return mean;
}

function overall(values: Float32Array): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.max(1, Math.sqrt(variance)) };
}

/** Mean of the square of {@link SURROUND} modules each way, clipped at the rim, by a summed-area table. */
function surroundings(values: Float32Array, side: number): Float32Array {
  const sums = new Float64Array((side + 1) * (side + 1));
  for (let row = 0; row < side; row++) {
    let line = 0;
    for (let column = 0; column < side; column++) {
      line += values[row * side + column] ?? 0;
      sums[(row + 1) * (side + 1) + column + 1] = line + (sums[row * (side + 1) + column + 1] ?? 0);
    }
  }
  return Float32Array.from({ length: side * side }, (_, i) => {
    const [row, column] = [Math.floor(i / side), i % side];
    const [top, bottom] = [Math.max(0, row - SURROUND), Math.min(side, row + SURROUND + 1)];
    const [left, right] = [Math.max(0, column - SURROUND), Math.min(side, column + SURROUND + 1)];
    const at = (r: number, c: number) => sums[r * (side + 1) + c] ?? 0;
    const sum = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
    return sum / ((bottom - top) * (right - left));
  });
}
