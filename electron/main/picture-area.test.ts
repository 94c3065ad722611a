import { describe, expect, it } from 'vitest';
import type { CapturedScreen } from '../../core/contract/shell-records.ts';
import { areaInside, cutOut } from './picture-area.ts';

/** Each pixel's blue is its place in the picture, counted by rows. */
function numbered(width: number, height: number): CapturedScreen {
  const bgra = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) bgra[pixel * 4] = pixel;
  return { label: 'Left screen', width, height, bgra };
}

function blues(picture: CapturedScreen): number[] {
  return [...picture.bgra].filter((_byte, index) => index % 4 === 0);
}

describe('cutting an area out of a picture', () => {
  it('takes exactly its pixels, row by row, under the same label', () => {
    const cut = cutOut(numbered(5, 4), { x: 1, y: 2, width: 3, height: 2 });
    expect(cut).toMatchObject({ label: 'Left screen', width: 3, height: 2 });
    expect(blues(cut)).toEqual([11, 12, 13, 16, 17, 18]);
  });

  it('leaves the picture as it was', () => {
    const picture = numbered(2, 2);
    const cut = cutOut(picture, { x: 0, y: 0, width: 2, height: 2 });
    cut.bgra.fill(9);
    expect(blues(picture)).toEqual([0, 1, 2, 3]);
  });

  it('takes no more than there is', () => {
    expect(blues(cutOut(numbered(3, 3), { x: 2, y: 1, width: 50, height: 50 }))).toEqual([5, 8]);
  });
});

describe('an area inside a picture', () => {
  it('keeps at least one pixel when it lies outside', () => {
    expect(areaInside({ x: 40, y: 40, width: 5, height: 5 }, { width: 10, height: 8 })).toEqual({
      x: 9,
      y: 7,
      width: 1,
      height: 1,
    });
  });
});
