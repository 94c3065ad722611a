import type { GrayImage } from './gray.ts';

/** Four source positions and weights for each output position along one axis. */
interface Taps {
  readonly at: Int32Array;
  readonly weight: Float32Array;
}

/**
 * Enlarges by Catmull-Rom cubic interpolation; `factor` >= 1. The output is at least one pixel a side.
 * Cubic, because bilinear rounds off single modules and nearest keeps the beat between pixels and modules.
 */
export function enlarge(image: GrayImage, factor: number): GrayImage {
  if (factor === 1) return image;
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const wide = stretchRows(image, cubicTaps(image.width, width), width);
  return {
    data: stretchColumns(wide, image.height, cubicTaps(image.height, height), width, height),
    width,
    height,
  };
}

function cubicTaps(from: number, to: number): Taps {
  const at = new Int32Array(to * 4);
  const weight = new Float32Array(to * 4);
  const step = from / to;
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const base = Math.floor(centre);
    const t = centre - base;
    const weights = [
      ((-0.5 * t + 1) * t - 0.5) * t,
      (1.5 * t - 2.5) * t * t + 1,
      ((-1.5 * t + 2) * t + 0.5) * t,
      (0.5 * t - 0.5) * t * t,
    ];
    for (let k = 0; k < 4; k++) {
      at[i * 4 + k] = Math.min(Math.max(base - 1 + k, 0), from - 1);
      weight[i * 4 + k] = weights[k] ?? 0;
    }
  }
  return { at, weight };
}

function stretchRows(image: GrayImage, taps: Taps, width: number): Float32Array {
  const out = new Float32Array(width * image.height);
  const { at, weight } = taps;
  const source = image.data;
  for (let y = 0; y < image.height; y++) {
    const row = y * image.width;
    const target = y * width;
    for (let x = 0, k = 0; x < width; x++, k += 4) {
      out[target + x] =
        (source[row + (at[k] ?? 0)] ?? 0) * (weight[k] ?? 0) +
        (source[row + (at[k + 1] ?? 0)] ?? 0) * (weight[k + 1] ?? 0) +
        (source[row + (at[k + 2] ?? 0)] ?? 0) * (weight[k + 2] ?? 0) +
        (source[row + (at[k + 3] ?? 0)] ?? 0) * (weight[k + 3] ?? 0);
    }
  }
  return out;
}

function stretchColumns(
  wide: Float32Array,
  sourceHeight: number,
  taps: Taps,
  width: number,
  height: number,
): Uint8Array {
  const out = new Uint8ClampedArray(width * height);
  const rowOf = (index: number) => {
    const start = Math.min(taps.at[index] ?? 0, sourceHeight - 1) * width;
    return wide.subarray(start, start + width);
  };
  for (let y = 0; y < height; y++) {
    const k = y * 4;
    const [a, b, c, d] = [rowOf(k), rowOf(k + 1), rowOf(k + 2), rowOf(k + 3)];
    const [wa, wb, wc, wd] = [
      taps.weight[k] ?? 0,
      taps.weight[k + 1] ?? 0,
      taps.weight[k + 2] ?? 0,
      taps.weight[k + 3] ?? 0,
    ];
    const target = y * width;
    for (let x = 0; x < width; x++) {
      out[target + x] = (a[x] ?? 0) * wa + (b[x] ?? 0) * wb + (c[x] ?? 0) * wc + (d[x] ?? 0) * wd;
    }
  }
  return new Uint8Array(out.buffer);
}

/** Half the size, each pixel the mean of four; a last odd row or column is left out. */
export function halve(image: GrayImage): GrayImage {
  const width = Math.max(1, image.width >> 1);
  const height = Math.max(1, image.height >> 1);
  const { data } = image;
  const right = image.width > 1 ? 1 : 0;
  const below = image.height > 1 ? image.width : 0;
  const out = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, from = 2 * y * image.width; x < width; x++, at++, from += 2) {
      const upper = (data[from] ?? 0) + (data[from + right] ?? 0);
      const lower = (data[from + below] ?? 0) + (data[from + below + right] ?? 0);
      out[at] = (upper + lower + 2) >> 2;
    }
  }
  return { data: out, width, height };
}
