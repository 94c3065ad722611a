import type { GrayImage } from './gray.ts';

/** A place that looks like a finder pattern. */
export interface FinderPeak {
  /** Its middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels per module. */
  readonly module: number;
  /** How much lighter its light rings are than its dark ones. */
  readonly contrast: number;
}

/** Pixels per module that are tried, a sixth apart: a pattern still answers to a size that is a tenth off. */
const MODULE_SIZES = [2.4, 2.8, 3.3, 3.9, 4.6, 5.4, 6.4, 7.6];
const MAX_PEAKS = 10;
/** Peaks weaker than this share of the strongest are ordinary modules. */
const WEAKEST_SHARE = 0.35;
/** Two peaks nearer than this, in modules, are one. */
const APART_MODULES = 6;
/** Places that are tried are this share of a module apart. */
const STEP_MODULES = 0.8;

/**
 * Finder patterns by their rings: a dark middle three modules wide, a light ring, a dark ring, a light rim. Means over whole rings
 * survive blur that closes every single line, where a search along scan lines finds nothing. Strongest first.
 */
export function findFinderPeaks(image: GrayImage): readonly FinderPeak[] {
  const sums = summedArea(image);
  const found = MODULE_SIZES.flatMap((module) => peaksOfSize(image, sums, module));
  found.sort((a, b) => b.contrast - a.contrast);
  const weakest = (found[0]?.contrast ?? 0) * WEAKEST_SHARE;
  const kept: FinderPeak[] = [];
  for (const peak of found) {
    if (kept.length === MAX_PEAKS || peak.contrast < weakest) break;
    const isApart = kept.every(
      (other) =>
        Math.hypot(other.x - peak.x, other.y - peak.y) > APART_MODULES * Math.max(other.module, peak.module),
    );
    if (isApart) kept.push(peak);
  }
  return kept;
}

/** Sums of all pixels above and to the left; one row and column more than the image. */
function summedArea({ data, width, height }: GrayImage): Uint32Array {
  const side = width + 1;
  const sums = new Uint32Array(side * (height + 1));
  for (let y = 0; y < height; y++) {
    let line = 0;
    for (let x = 0; x < width; x++) {
      line += data[y * width + x] ?? 0;
      sums[(y + 1) * side + x + 1] = line + (sums[y * side + x + 1] ?? 0);
    }
  }
  return sums;
}

function peaksOfSize(image: GrayImage, sums: Uint32Array, module: number): readonly FinderPeak[] {
  const reach = Math.ceil(4.5 * module);
  const halves = [1.5, 2.5, 3.5, 4.5].map((modules) => Math.round(modules * module));
  const step = Math.round(STEP_MODULES * module);
  const columns = Math.floor((image.width - 2 * reach) / step);
  const rows = Math.floor((image.height - 2 * reach) / step);
  if (columns < 1 || rows < 1) return [];
  const contrast = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = reach + column * step;
      const y = reach + row * step;
      contrast[row * columns + column] = ringContrast(sums, image.width + 1, x, y, halves);
    }
  }
  return localMaxima(contrast, columns, rows).map((at) => ({
    x: reach + (at % columns) * step,
    y: reach + Math.floor(at / columns) * step,
    module,
    contrast: contrast[at] ?? 0,
  }));
}

/** The darker of the two light rings minus the lighter of the two dark ones; at most 0 where there is no pattern. */
function ringContrast(
  sums: Uint32Array,
  side: number,
  x: number,
  y: number,
  halves: readonly number[],
): number {
  const [a = 1, b = 2, c = 3, d = 4] = halves;
  const sumA = squareSum(sums, side, x, y, a);
  const sumB = squareSum(sums, side, x, y, b);
  const middle = sumA / (4 * a * a);
  const light = (sumB - sumA) / (4 * (b * b - a * a));
  if (light <= middle) return 0;
  const sumC = squareSum(sums, side, x, y, c);
  const dark = Math.max(middle, (sumC - sumB) / (4 * (c * c - b * b)));
  if (light <= dark) return 0;
  const rim = (squareSum(sums, side, x, y, d) - sumC) / (4 * (d * d - c * c));
  return Math.min(light, rim) - dark;
}

function squareSum(sums: Uint32Array, side: number, x: number, y: number, half: number): number {
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
      if (value > 0 && isHighest(values, columns, rows, column, row, value)) maxima.push(at);
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
