import { describe, expect, it } from 'vitest';
import { drawResetQrPicture } from '../testkit/draw-qr.ts';
import { resetPayload } from '../testkit/payloads.ts';
import { createRandom } from '../testkit/random.ts';
import { boxBlur } from './filter.ts';
import { type GrayImage, toGray } from './gray.ts';
import { halve } from './resize.ts';
import { measureSlant, straighten } from './straighten.ts';

const random = createRandom(3);
const SIDE = 500;
const whole = { x: 0, y: 0, width: SIDE, height: SIDE };

/** A code turned and sheared as asked, gray around it. Degrees. */
function slantedCode(rows: number, columns: number): GrayImage {
  const code = toGray(drawResetQrPicture(resetPayload(random), { ecLevel: 'L', pixelsPerModule: 8 }));
  if (code === null) throw new Error('The code was not drawn.');
  const [ux, uy] = [Math.cos((rows * Math.PI) / 180), Math.sin((rows * Math.PI) / 180)];
  const [vx, vy] = [Math.cos((columns * Math.PI) / 180), Math.sin((columns * Math.PI) / 180)];
  const area = ux * vy - uy * vx;
  // Twice as large first, so that edges are as smooth as a camera sees them.
  const side = 2 * SIDE;
  const data = Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [(at % side) - SIDE, Math.floor(at / side) - SIDE];
    const column = Math.floor((x * vy - y * vx) / area + code.width / 2);
    const row = Math.floor((y * ux - x * uy) / area + code.height / 2);
    const isInside = column >= 0 && row >= 0 && column < code.width && row < code.height;
    return isInside ? (code.data[row * code.width + column] ?? 0) : 200;
  });
  return boxBlur(halve(boxBlur({ data, width: side, height: side }, 1)), 1);
}

describe('measureSlant', () => {
  it.each([
    [30, 120],
    [-25, 65],
    [15, 95],
    [-40, 55],
  ])('finds rows at %d and columns at %d degrees within four', (rows, columns) => {
    const slant = measureSlant(slantedCode(rows, columns), whole);
    expect(Math.abs((slant?.rows ?? 999) - rows)).toBeLessThanOrEqual(4);
    expect(Math.abs((slant?.columns ?? 999) - columns)).toBeLessThanOrEqual(4);
  });

  it('leaves alone what is upright, and what has no directions', () => {
    expect(measureSlant(slantedCode(0, 90), whole)).toBeNull();
    expect(measureSlant(slantedCode(3, 92), whole)).toBeNull();
    const noise = Uint8Array.from({ length: SIDE * SIDE }, () => random.integer(0, 255));
    expect(measureSlant({ data: noise, width: SIDE, height: SIDE }, whole)).toBeNull();
    const flat = new Uint8Array(SIDE * SIDE).fill(90);
    expect(measureSlant({ data: flat, width: SIDE, height: SIDE }, whole)).toBeNull();
  });
});

describe('straighten', () => {
  it('stands the squares upright and knows the way back', () => {
    const image = slantedCode(30, 112);
    const { image: upright, toPicture } = straighten(image, whole, { rows: 30, columns: 112 });
    expect(measureSlant(upright, { x: 0, y: 0, width: upright.width, height: upright.height })).toBeNull();
    const middle = toPicture({ x: upright.width / 2, y: upright.height / 2 });
    expect(Math.hypot(middle.x - SIDE / 2, middle.y - SIDE / 2)).toBeLessThan(1);
  });

  it('stays within the pixels that a code needs', () => {
    const { image } = straighten(slantedCode(44, 134), whole, { rows: 44, columns: 134 });
    expect(Math.max(image.width, image.height)).toBeLessThanOrEqual(720);
  });
});
