import { describe, expect, it } from 'vitest';
import {
  areaAround,
  centredArea,
  draggedArea,
  MIN_SIDE,
  movedArea,
  resizedArea,
  toPicturePixels,
} from './area.ts';

const VIEW = { width: 1000, height: 600 };
const AREA = { x: 100, y: 100, width: 200, height: 200 };

describe('the area that marking begins with', () => {
  it('is a square in the middle', () => {
    expect(centredArea(VIEW)).toEqual({ x: 350, y: 150, width: 300, height: 300 });
  });
});

describe('moving and resizing by keys', () => {
  it('moves the area and keeps its size', () => {
    expect(movedArea(AREA, { x: 16, y: -16 }, VIEW)).toEqual({ x: 116, y: 84, width: 200, height: 200 });
  });

  it('stops at every edge', () => {
    expect(movedArea(AREA, { x: -500, y: -500 }, VIEW)).toMatchObject({ x: 0, y: 0 });
    expect(movedArea(AREA, { x: 5000, y: 5000 }, VIEW)).toMatchObject({ x: 800, y: 400 });
  });

  it('resizes at the lower right corner, not past the edge', () => {
    expect(resizedArea(AREA, { x: 16, y: -16 }, VIEW)).toEqual({ x: 100, y: 100, width: 216, height: 184 });
    expect(resizedArea(AREA, { x: 5000, y: 5000 }, VIEW)).toMatchObject({ width: 900, height: 500 });
  });

  it('never makes it too small to hold a code', () => {
    expect(resizedArea(AREA, { x: -900, y: -900 }, VIEW)).toMatchObject({
      width: MIN_SIDE,
      height: MIN_SIDE,
    });
  });
});

describe('marking with the mouse', () => {
  it('takes the corners in any direction', () => {
    const expected = { x: 10, y: 20, width: 90, height: 80 };
    expect(draggedArea({ x: 10, y: 20 }, { x: 100, y: 100 }, VIEW)).toEqual(expected);
    expect(draggedArea({ x: 100, y: 20 }, { x: 10, y: 100 }, VIEW)).toEqual(expected);
  });

  it('stays inside the screen when the mouse leaves it', () => {
    expect(draggedArea({ x: 900, y: 500 }, { x: 1400, y: 900 }, VIEW)).toEqual({
      x: 900,
      y: 500,
      width: 100,
      height: 100,
    });
  });

  it('takes a slip for a click', () => {
    expect(draggedArea({ x: 10, y: 20 }, { x: 200, y: 25 }, VIEW)).toBeNull();
  });

  it('puts the area around a click, pushed back inside at the edge', () => {
    expect(areaAround({ x: 500, y: 300 }, AREA, VIEW)).toMatchObject({ x: 400, y: 200 });
    expect(areaAround({ x: 5, y: 595 }, AREA, VIEW)).toMatchObject({ x: 0, y: 400, width: 200, height: 200 });
  });
});

describe('an area in the pixels of the picture', () => {
  it.each([
    [1, { x: 100, y: 100, width: 200, height: 200 }],
    [1.25, { x: 125, y: 125, width: 250, height: 250 }],
    [1.5, { x: 150, y: 150, width: 300, height: 300 }],
    [2, { x: 200, y: 200, width: 400, height: 400 }],
  ])('counts a display scaled by %d in its own pixels', (scale, expected) => {
    const picture = { width: VIEW.width * scale, height: VIEW.height * scale };
    expect(toPicturePixels(AREA, VIEW, picture)).toEqual(expected);
  });

  it('is rounded outwards where pixels do not fit', () => {
    expect(
      toPicturePixels({ x: 1, y: 1, width: 31, height: 31 }, VIEW, { width: 1250, height: 750 }),
    ).toEqual({
      x: 1,
      y: 1,
      width: 39,
      height: 39,
    });
  });

  it('is the whole picture for the whole view, also when the system rounded its size', () => {
    const whole = { x: 0, y: 0, width: 1093, height: 615 };
    const picture = { width: 1366, height: 768 };
    expect(toPicturePixels(whole, { width: 1093, height: 615 }, picture)).toEqual({ x: 0, y: 0, ...picture });
  });
});
