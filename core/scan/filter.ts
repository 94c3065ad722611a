import type { GrayImage } from './gray.ts';

/**
 * Mean of the (2 * radius + 1) square around each pixel, by running sums: the time does not depend on the radius.
 * Edges repeat the outermost pixel.
 */
export function boxBlur(image: GrayImage, radius: number): GrayImage {
  const { width, height } = image;
  const across = blurRows(image.data, width, height, radius);
  return { data: blurColumns(across, width, height, radius), width, height };
}

function blurRows(source: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const out = new Uint8Array(source.length);
  const scale = 1 / (2 * radius + 1);
  const last = width - 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let k = -radius; k <= radius; k++) sum += source[row + Math.min(Math.max(k, 0), last)] ?? 0;
    for (let x = 0; x < width; x++) {
      out[row + x] = sum * scale + 0.5;
      const enters = x + radius + 1;
      const leaves = x - radius;
      sum +=
        (source[row + (enters > last ? last : enters)] ?? 0) - (source[row + (leaves < 0 ? 0 : leaves)] ?? 0);
    }
  }
  return out;
}

function blurColumns(source: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const out = new Uint8Array(source.length);
  const sums = new Int32Array(width);
  const scale = 1 / (2 * radius + 1);
  const last = height - 1;
  for (let k = -radius; k <= radius; k++) {
    const row = Math.min(Math.max(k, 0), last) * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (source[row + x] ?? 0);
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const enters = Math.min(y + radius + 1, last) * width;
    const leaves = Math.max(y - radius, 0) * width;
    for (let x = 0; x < width; x++) {
      const sum = sums[x] ?? 0;
      out[row + x] = sum * scale + 0.5;
      sums[x] = sum + (source[enters + x] ?? 0) - (source[leaves + x] ?? 0);
    }
  }
  return out;
}

/** Adds `amount` times the difference between the image and its blurred self: brings back edges that a lens or codec took. */
export function unsharp(image: GrayImage, radius: number, amount: number): GrayImage {
  const soft = boxBlur(image, radius).data;
  const out = new Uint8ClampedArray(image.data.length);
  for (let i = 0; i < out.length; i++) {
    const value = image.data[i] ?? 0;
    out[i] = value + amount * (value - (soft[i] ?? 0));
  }
  return { data: new Uint8Array(out.buffer), width: image.width, height: image.height };
}

/** Takes the slow changes of light away: each pixel against the mean of the (2 * radius + 1) square around it, which becomes 128. */
export function levelLight(image: GrayImage, radius: number): GrayImage {
  const mean = boxBlur(image, radius).data;
  const out = Uint8ClampedArray.from(image.data, (value, i) => 128 + value - (mean[i] ?? 0));
  return { ...image, data: new Uint8Array(out.buffer) };
}
