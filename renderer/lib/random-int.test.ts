import { describe, expect, it, vi } from 'vitest';
import { randomInt } from './random-int.ts';

describe('randomInt', () => {
  it('stays below its end and reaches every number', () => {
    const drawn = new Set(Array.from({ length: 500 }, () => randomInt(5)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('draws again instead of favouring small numbers', () => {
    const draws = [2 ** 32 - 1, 7];
    const source = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint32Array) array[0] = draws.shift() ?? 0;
      return array;
    });
    expect(randomInt(5)).toBe(2);
    source.mockRestore();
    expect(draws).toEqual([]);
  });
});
