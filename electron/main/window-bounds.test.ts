import { describe, expect, it } from 'vitest';
import { openingBounds } from './window-bounds.ts';

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

  it('is never smaller than the console needs', () => {
    expect(openingBounds(place(0, 0, 300, 200), [area])).toMatchObject({ width: 1024, height: 640 });
  });
});
