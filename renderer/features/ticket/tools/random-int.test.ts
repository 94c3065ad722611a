import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomInt } from './random-int.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Makes the cryptographic source answer these 32-bit numbers in turn. */
function drawing(...numbers: number[]) {
  return vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint32Array) array[0] = numbers.shift() ?? 0;
    return array;
  });
}

describe('randomInt', () => {
  it('answers whole numbers below the maximum, all of them', () => {
    const seen = new Set(Array.from({ length: 500 }, () => randomInt(5)));
    expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  it('draws again above the last whole multiple, so that no number comes up more often', () => {
    // 2^32 = 3 * 1431655765 + 1: the one number left over is drawn again.
    const source = drawing(2 ** 32 - 1, 7);
    expect(randomInt(3)).toBe(1);
    expect(source).toHaveBeenCalledTimes(2);
  });
});
