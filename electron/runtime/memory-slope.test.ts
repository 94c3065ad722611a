import { describe, expect, it } from 'vitest';
import { memorySlope, type Sample } from './memory-slope.ts';

const samplesOf = (megabytesAt: (hour: number) => number, count: number): Sample[] =>
  Array.from({ length: count }, (_, hours) => ({ hours, megabytes: megabytesAt(hours) }));

describe('memorySlope', () => {
  it('is the growth of an hour', () => {
    expect(memorySlope(samplesOf((hour) => 100 + 7 * hour, 10))).toBeCloseTo(7);
    expect(memorySlope(samplesOf(() => 100, 10))).toBeCloseTo(0);
  });

  it('leaves the warm-up out', () => {
    expect(memorySlope(samplesOf((hour) => (hour < 2 ? 40 * hour : 100), 10))).toBeCloseTo(0);
  });

  it('can not be told from a few samples', () => {
    expect(memorySlope(samplesOf((hour) => hour, 7))).toBeNull();
    expect(memorySlope([])).toBeNull();
  });
});
