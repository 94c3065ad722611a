import { describe, expect, it } from 'vitest';
import { fitted, openingBounds, windowPlaceSchema } from './window-bounds.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const place = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
});

describe('openingBounds', () => {
  it('opens where the window was', () => {
    expect(openingBounds(place(100, 50), [area])).toEqual({ x: 100, y: 50, width: 1200, height: 800 });
  });

  it('lets the system choose the place the first time', () => {
    expect(openingBounds(null, [area])).not.toHaveProperty('x');
  });

  it.each([
    ['its display is gone', place(2500, 100)],
    ['its title bar would be above the screen', place(100, -400)],
    ['only a sliver would show', place(1900, 100)],
    ['its title bar would be below the screen', place(100, 1079)],
  ])('keeps the size but not the place when %s', (_why, remembered) => {
    expect(openingBounds(remembered, [area])).toEqual({ width: 1200, height: 800 });
  });

  it.each([
    ['on the display where it was', place(100, 50, 1e9, 1e9), { x: 0, y: 0, width: 1920, height: 1080 }],
    ['with one side too long', place(10, 10, 1200, 1e9), { x: 0, y: 0, width: 1920, height: 1080 }],
    ['whose place is beyond every display', place(1e9, 1e9, 1e9, 1e9), { width: 1920, height: 1080 }],
    ['whose place is far before every display', place(-1e9, -1e9, 1e9, 1e9), { width: 1920, height: 1080 }],
    ['of less than nothing', place(100, 50, -500, -1e9), { x: 100, y: 50, width: 1024, height: 640 }],
  ])('is never larger than the display: one %s', (_which, remembered, bounds) => {
    expect(openingBounds(remembered, [area])).toEqual(bounds);
  });

  it('may lie across two displays, and not longer than both', () => {
    const right = { x: 1920, y: 0, width: 1280, height: 1024 };
    const across = place(100, 50, 3000, 900);
    expect(openingBounds(across, [area, right])).toEqual(across.bounds);
    expect(openingBounds(place(100, 50, 3300, 900), [area, right])).toEqual(area);
    expect(openingBounds(place(2000, 50, 3300, 900), [area, right])).toEqual(right);
  });

  it('fits a small display the first time', () => {
    expect(openingBounds(null, [{ ...area, width: 1200, height: 700 }])).toEqual({
      width: 1200,
      height: 700,
    });
    expect(fitted({ width: 760, height: 900 }, { width: 1366, height: 728 })).toEqual({
      width: 760,
      height: 728,
    });
  });

  it('is never smaller than the console needs', () => {
    expect(openingBounds(place(0, 0, 300, 200), [area])).toMatchObject({ width: 1024, height: 640 });
  });
});

describe('a remembered place', () => {
  it.each([null, Number.NaN, Number.POSITIVE_INFINITY, 1.5, 1e300, '100'])('is not made of %s', (x) => {
    const remembered = { bounds: { x, y: 0, width: 1200, height: 800 }, isMaximized: false };
    expect(windowPlaceSchema.safeParse(remembered).success).toBe(false);
  });
});
