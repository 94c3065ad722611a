import { describe, expect, it } from 'vitest';
import { fillSeeThrough } from './ground.ts';

function filled(...pixels: readonly (readonly [number, number, number, number])[]): readonly number[] {
  const data = Uint8ClampedArray.from(pixels.flat());
  fillSeeThrough({ data, width: pixels.length, height: 1 });
  return [...data];
}

describe('what can be seen through', () => {
  it('becomes white below dark ink, black below light ink', () => {
    expect(filled([0, 0, 0, 255], [0, 0, 0, 0])).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(filled([255, 255, 255, 255], [9, 9, 9, 0])).toEqual([255, 255, 255, 255, 0, 0, 0, 255]);
  });

  it('becomes white where both dark and light are drawn, and where nothing is', () => {
    expect(filled([255, 255, 255, 255], [0, 0, 0, 255], [0, 0, 0, 0]).slice(8)).toEqual([255, 255, 255, 255]);
    expect(filled([0, 0, 0, 0])).toEqual([255, 255, 255, 255]);
  });

  it('is mixed with the ground where it is half there', () => {
    expect(filled([0, 0, 0, 255], [0, 0, 0, 51]).slice(4)).toEqual([204, 204, 204, 255]);
  });

  it('leaves an opaque picture as it is', () => {
    expect(filled([255, 254, 253, 255], [1, 2, 3, 255])).toEqual([255, 254, 253, 255, 1, 2, 3, 255]);
  });
});
