import type { Picture } from '../scan/types.ts';

/** Where the values of one line of a picture lie: `length` of them, `stride` bytes apart. */
interface Line {
  readonly start: number;
  readonly stride: number;
  readonly length: number;
}

/** Softens by a Gaussian; standard deviations in pixels along each axis, so that uneven ones look like movement. */
export function blur(picture: Picture, sigmaX: number, sigmaY: number): Picture {
  const { width, height } = picture;
  const across = convolve(picture, sigmaX, height, (y) => ({
    start: y * width * 4,
    stride: 4,
    length: width,
  }));
  return convolve(across, sigmaY, width, (x) => ({ start: x * 4, stride: width * 4, length: height }));
}

function convolve(picture: Picture, sigma: number, lines: number, lineAt: (index: number) => Line): Picture {
  // Narrower than this it changes no value by more than one step.
  if (sigma < 0.05) return picture;
  const kernel = gaussian(sigma);
  const out = new Uint8ClampedArray(picture.data.length).fill(255);
  for (let index = 0; index < lines; index++) {
    const line = lineAt(index);
    for (let channel = 0; channel < 3; channel++) {
      convolveLine(picture.data, out, { ...line, start: line.start + channel }, kernel);
    }
  }
  return { ...picture, data: out };
}

/** The outermost values are repeated beyond both ends. */
function convolveLine(
  source: Uint8ClampedArray,
  out: Uint8ClampedArray,
  line: Line,
  kernel: Float32Array,
): void {
  const { start, stride, length } = line;
  const reach = (kernel.length - 1) / 2;
  const padded = new Float32Array(length + 2 * reach);
  for (let i = 0; i < padded.length; i++) {
    padded[i] = source[start + Math.min(Math.max(i - reach, 0), length - 1) * stride] ?? 0;
  }
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let k = 0; k < kernel.length; k++) sum += (padded[i + k] ?? 0) * (kernel[k] ?? 0);
    out[start + i * stride] = sum;
  }
}

/** Adds up to 1; reaches two and a half standard deviations to each side. */
function gaussian(sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 2.5);
  const raw = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}
