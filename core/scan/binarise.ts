import { boxBlur } from './filter.ts';
import type { GrayImage } from './gray.ts';

/** Side of the squares whose mean brightness is taken. Pixels. */
const CELL = 4;
/** Squares each way: a finder pattern of up to eight pixels a module is not lost in a window of thirteen. */
const REACH = 6;
/** A pixel that differs from its surroundings by less is as light as they are: paper and walls stay clean. Brightness steps. */
const LEAST_STEP = 3;

/** 1 is dark: darker than the mean of what lies around, so that the light may differ from place to place. */
export function binarise(image: GrayImage): GrayImage {
  const { data, width, height } = image;
  const means = boxBlur(cellMeans(image), REACH);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const cells = Math.min(means.height - 1, Math.floor(y / CELL)) * means.width;
    for (let x = 0, at = y * width, cell = cells; x < width; cell++) {
      const threshold = (means.data[Math.min(cell, cells + means.width - 1)] ?? 0) - LEAST_STEP;
      const end = Math.min(width, x + CELL);
      for (; x < end; x++, at++) out[at] = (data[at] ?? 0) < threshold ? 1 : 0;
    }
  }
  return { data: out, width, height };
}

/** One pixel for each whole square; what is left over at the right and below belongs to the last. */
function cellMeans({ data, width, height }: GrayImage): GrayImage {
  const columns = Math.max(1, Math.floor(width / CELL));
  const rows = Math.max(1, Math.floor(height / CELL));
  const [across, down] = [Math.min(CELL, width), Math.min(CELL, height)];
  const means = new Uint8Array(columns * rows);
  const sums = new Uint32Array(columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let y = row * CELL; y < row * CELL + down; y++) {
      for (let column = 0, at = y * width; column < columns; column++) {
        let sum = 0;
        for (const end = at + across; at < end; at++) sum += data[at] ?? 0;
        sums[column] = (sums[column] ?? 0) + sum;
      }
    }
    for (let column = 0; column < columns; column++)
      means[row * columns + column] = (sums[column] ?? 0) / (across * down);
  }
  return { data: means, width: columns, height: rows };
}
