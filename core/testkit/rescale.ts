import type { Picture } from '../scan/types.ts';

/**
 * Scales to any size by area when shrinking and linearly when growing, as viewers of remote screens do.
 * Each output pixel is the mean of what it covers, at least one source pixel wide.
 */
export function rescale(picture: Picture, width: number, height: number): Picture {
  const across = scaleAxis(picture, width, true);
  return scaleAxis(across, height, false);
}

function scaleAxis(picture: Picture, to: number, isAcross: boolean): Picture {
  const from = isAcross ? picture.width : picture.height;
  if (to === from) return picture;
  const [width, height] = isAcross ? [to, picture.height] : [picture.width, to];
  const out = new Uint8ClampedArray(width * height * 4).fill(255);
  const step = from / to;
  const lines = isAcross ? picture.height : picture.width;
  const stride = isAcross ? 4 : picture.width * 4;
  const sourceLine = isAcross ? picture.width * 4 : 4;
  const targetStride = isAcross ? 4 : width * 4;
  const targetLine = isAcross ? width * 4 : 4;
  for (let i = 0; i < to; i++) {
    const weights = weightsOf((i + 0.5) * step, Math.max(1, step), from);
    for (let line = 0; line < lines; line++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (const { at, weight } of weights)
          sum += (picture.data[line * sourceLine + at * stride + c] ?? 0) * weight;
        out[line * targetLine + i * targetStride + c] = sum;
      }
    }
  }
  return { data: out, width, height };
}

/** Tent around `centre` (in pixel edges) that reaches `reach` to each side. */
function weightsOf(centre: number, reach: number, length: number): readonly { at: number; weight: number }[] {
  const weights: { at: number; weight: number }[] = [];
  let sum = 0;
  for (let k = Math.floor(centre - reach - 0.5); k <= Math.ceil(centre + reach - 0.5); k++) {
    const weight = Math.max(0, 1 - Math.abs(k + 0.5 - centre) / reach);
    if (weight === 0) continue;
    weights.push({ at: Math.min(Math.max(k, 0), length - 1), weight });
    sum += weight;
  }
  return weights.map(({ at, weight }) => ({ at, weight: weight / sum }));
}

/** Colour at half the resolution each way (4:2:0), brightness as it was: what video does to red and blue edges. */
export function subsampleColour(picture: Picture): Picture {
  const { width, height, data } = picture;
  const out = new Uint8ClampedArray(data.length).fill(255);
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const right = x + 1 < width ? 4 : 0;
      const below = y + 1 < height ? width * 4 : 0;
      const at = (y * width + x) * 4;
      shareColour(data, out, [at, at + right, at + below, at + right + below]);
    }
  }
  return { data: out, width, height };
}

/** Gives four pixels their own brightness and their common difference from it; `at` are places of the red byte. */
function shareColour(
  data: Uint8ClampedArray,
  out: Uint8ClampedArray,
  at: readonly [number, number, number, number],
): void {
  let [red, green, blue, sum] = [0, 0, 0, 0];
  for (const place of at) {
    red += data[place] ?? 0;
    green += data[place + 1] ?? 0;
    blue += data[place + 2] ?? 0;
    sum += brightness(data, place);
  }
  for (const place of at) {
    const own = brightness(data, place);
    out[place] = own + (red - sum) / 4;
    out[place + 1] = own + (green - sum) / 4;
    out[place + 2] = own + (blue - sum) / 4;
  }
}

function brightness(data: Uint8ClampedArray, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}
