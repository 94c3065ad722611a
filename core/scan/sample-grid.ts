import type { GrayImage } from './gray.ts';
import type { Homography } from './homography.ts';
import { sampleAt } from './refine-corners.ts';

/** Modules sampled around the symbol, so that its rim has neighbours too. */
export const RIM = 2;

/** Mean brightness of each module and of a rim of {@link RIM} modules around the symbol; `side` = size + 2 * RIM. */
export interface SoftGrid {
  readonly size: number;
  readonly side: number;
  readonly values: Float32Array;
}

/** Places inside one module, in modules from its middle: far enough to beat noise, near enough to miss the neighbours. */
const SPOTS = [-0.22, 0.22] as const;

export function sampleGrid(image: GrayImage, view: Homography, size: number): SoftGrid {
  const side = size + 2 * RIM;
  const values = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const u = column - RIM + 0.5;
      const v = row - RIM + 0.5;
      let sum = 0;
      for (const dv of SPOTS) for (const du of SPOTS) sum += sampleAt(image, view, u + du, v + dv);
      values[row * side + column] = sum / 4;
    }
  }
  return { size, side, values };
}
