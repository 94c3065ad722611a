import type { Corners, Point } from './types.ts';

/**
 * Takes a place on a symbol to a pixel of a picture, as a camera does. `h` are the first eight numbers of the 3x3 matrix, row by row;
 * the ninth is 1.
 */
export interface Homography {
  readonly h: Float64Array;
}

/** The view in which the square from (0, 0) to (side, side) has the given corners; null when three of them are in line. */
export function homographyOfSquare(corners: Corners, side: number): Homography | null {
  const [a, b, c, d] = corners;
  const dx1 = b.x - c.x;
  const dy1 = b.y - c.y;
  const dx2 = d.x - c.x;
  const dy2 = d.y - c.y;
  const sx = a.x - b.x + c.x - d.x;
  const sy = a.y - b.y + c.y - d.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  if (Math.abs(determinant) < 1e-9) return null;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const k = (dx1 * sy - sx * dy1) / determinant;
  const h = new Float64Array([
    (b.x - a.x + g * b.x) / side,
    (d.x - a.x + k * d.x) / side,
    a.x,
    (b.y - a.y + g * b.y) / side,
    (d.y - a.y + k * d.y) / side,
    a.y,
    g / side,
    k / side,
  ]);
  return { h };
}

export function project({ h }: Homography, u: number, v: number): Point {
  const w = (h[6] ?? 0) * u + (h[7] ?? 0) * v + 1;
  return {
    x: ((h[0] ?? 0) * u + (h[1] ?? 0) * v + (h[2] ?? 0)) / w,
    y: ((h[3] ?? 0) * u + (h[4] ?? 0) * v + (h[5] ?? 0)) / w,
  };
}

/** Takes a pixel back to the place on the symbol. */
export function invert({ h }: Homography): (pixel: Point) => Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h;
  return ({ x, y }) => {
    const w = (d * k - e * g) * x + (b * g - a * k) * y + a * e - b * d;
    return {
      x: ((e - f * k) * x + (c * k - b) * y + b * f - c * e) / w,
      y: ((f * g - d) * x + (a - c * g) * y + c * d - a * f) / w,
    };
  };
}
