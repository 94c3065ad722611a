import { describe, expect, it } from 'vitest';
import { boxBlur, unsharp } from './filter.ts';
import { clipRect, crop, type GrayImage, overlap, rectAround, toGray } from './gray.ts';
import { magnify } from './magnify.ts';
import { enlarge, halve } from './resize.ts';

function gray(width: number, height: number, valueAt: (x: number, y: number) => number): GrayImage {
  const data = Uint8Array.from({ length: width * height }, (_, i) =>
    valueAt(i % width, Math.floor(i / width)),
  );
  return { data, width, height };
}

describe('toGray', () => {
  it('is the mean of the colours, so that coloured stripes of one strength are one gray', () => {
    const data = new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
    expect([...(toGray({ data, width: 4, height: 1 })?.data ?? [])]).toEqual([85, 85, 85, 255]);
  });

  it.each([
    [0, 5],
    [5, -1],
    [1.5, 2],
    [Number.NaN, 2],
    [Number.POSITIVE_INFINITY, 1],
  ])('refuses a size of %d x %d', (width, height) => {
    expect(toGray({ data: new Uint8ClampedArray(400), width, height })).toBeNull();
  });
});

describe('halve', () => {
  it('takes the mean of four pixels, and leaves the last odd row and column out', () => {
    const image = gray(5, 3, (x, y) => 10 * x + 100 * y);
    expect(halve(image)).toEqual({ width: 2, height: 1, data: Uint8Array.from([55, 75]) });
  });

  it('keeps a pixel of a picture that is one pixel wide or high', () => {
    expect(halve(gray(1, 1, () => 9))).toEqual({ width: 1, height: 1, data: Uint8Array.from([9]) });
    expect(halve(gray(4, 1, (x) => x * 10)).data).toEqual(Uint8Array.from([5, 25]));
  });
});

describe('rectangles', () => {
  it('are cut to the picture', () => {
    expect(clipRect({ x: -3, y: 2, width: 100, height: 1.5 }, { width: 10, height: 10 })).toEqual({
      x: 0,
      y: 2,
      width: 10,
      height: 2,
    });
  });

  it('keep a pixel when they lie outside', () => {
    expect(clipRect({ x: 50, y: 50, width: 5, height: 5 }, { width: 10, height: 10 })).toEqual({
      x: 9,
      y: 9,
      width: 1,
      height: 1,
    });
  });

  it('crop their own pixels', () => {
    const part = crop(
      gray(5, 5, (x, y) => 10 * y + x),
      { x: 1, y: 2, width: 2, height: 2 },
    );
    expect([...part.data]).toEqual([21, 22, 31, 32]);
  });

  it('overlap by their share of the smaller one', () => {
    const large = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlap(large, { x: 5, y: 0, width: 10, height: 10 })).toBe(0.5);
    expect(overlap(large, { x: 2, y: 2, width: 2, height: 2 })).toBe(1);
    expect(overlap(large, { x: 10, y: 0, width: 5, height: 5 })).toBe(0);
  });

  it('stand around corners with a margin', () => {
    const corners = [
      { x: 10, y: 12 },
      { x: 30, y: 10 },
      { x: 32, y: 31 },
      { x: 11, y: 30 },
    ] as const;
    expect(rectAround(corners, 0)).toEqual({ x: 10, y: 10, width: 22, height: 21 });
    expect(rectAround(corners, 0.5).width).toBe(44);
  });
});

describe('filters', () => {
  it('blur keeps an even picture and spreads a dot over its square', () => {
    expect(
      boxBlur(
        gray(4, 3, () => 80),
        2,
      ).data,
    ).toEqual(gray(4, 3, () => 80).data);
    const dot = boxBlur(
      gray(5, 5, (x, y) => (x === 2 && y === 2 ? 90 : 0)),
      1,
    );
    expect(dot.data[12]).toBe(10);
    expect(dot.data[6]).toBe(10);
    expect(dot.data[0]).toBe(0);
  });

  it('sharpening makes an edge steeper and stays within a byte', () => {
    const soft = gray(8, 1, (x) => [60, 60, 60, 80, 180, 200, 200, 200][x] ?? 0);
    const sharp = unsharp(soft, 1, 3).data;
    expect((sharp[4] ?? 0) - (sharp[3] ?? 0)).toBeGreaterThan(100);
    expect(sharp).toHaveLength(8);
  });
});

describe('enlarge', () => {
  it('keeps an even picture even', () => {
    const large = enlarge(
      gray(3, 2, () => 77),
      2.5,
    );
    expect([large.width, large.height]).toEqual([8, 5]);
    expect(new Set(large.data)).toEqual(new Set([77]));
  });

  it('keeps a straight slope straight', () => {
    const large = enlarge(
      gray(10, 1, (x) => 20 * x),
      2,
    );
    expect([...large.data.subarray(6, 12)]).toEqual([55, 65, 75, 85, 95, 105]);
  });
});

describe('magnify', () => {
  it('leads from a pixel of the crop back to the picture', () => {
    const picture = gray(100, 100, (x, y) => (x + y) % 256);
    const { image, toPicture } = magnify(
      picture,
      { x: 20, y: 30, width: 40, height: 20 },
      { factor: 2, sharpen: 1 },
    );
    expect([image.width, image.height]).toEqual([80, 40]);
    expect(toPicture({ x: 10, y: 4 })).toEqual({ x: 25, y: 32 });
  });

  it('does not shrink a crop that is larger than needed', () => {
    const picture = gray(1000, 10, () => 0);
    const { image } = magnify(picture, { x: 0, y: 0, width: 1000, height: 10 }, { factor: 3, sharpen: 0 });
    expect(image.width).toBe(1000);
  });
});
