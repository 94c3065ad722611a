import { describe, expect, it } from 'vitest';
import { memoryTrend, type Sample } from './memory-slope.ts';

const samplesOf = (megabytesAt: (hour: number) => number, count: number): Sample[] =>
  Array.from({ length: count }, (_, hours) => ({ hours, megabytes: megabytesAt(hours) }));

describe('memoryTrend', () => {
  it('is the growth of an hour, and certain where every sample lies on the line', () => {
    const trend = memoryTrend(samplesOf((hour) => 100 + 7 * hour, 10));
    expect(trend?.megabytesPerHour).toBeCloseTo(7);
    expect(trend?.margin).toBeCloseTo(0);
    expect(trend?.mostMegabytes).toBe(163);
    expect(memoryTrend(samplesOf(() => 100, 10))?.megabytesPerHour).toBeCloseTo(0);
  });

  it('is less certain the more the samples jump', () => {
    const jumping = (by: number) => memoryTrend(samplesOf((hour) => 100 + (hour % 2) * by, 20));
    expect(jumping(2)?.margin).toBeGreaterThan(0);
    expect(jumping(20)?.margin).toBeCloseTo(10 * (jumping(2)?.margin ?? 0));
    // The true growth, none, is within it.
    expect(Math.abs(jumping(20)?.megabytesPerHour ?? 99)).toBeLessThan(jumping(20)?.margin ?? 0);
  });

  it('leaves the warm-up out: eight minutes, or half of a short run', () => {
    const trend = memoryTrend(samplesOf((hour) => (hour < 1 ? 500 : 100), 10));
    expect(trend).toMatchObject({ mostMegabytes: 100 });
    const short = Array.from({ length: 20 }, (_, index) => ({
      hours: index / 600,
      megabytes: index < 10 ? 20 * index : 200,
    }));
    expect(memoryTrend(short)?.megabytesPerHour).toBeCloseTo(0);
  });

  it('can not be told from a few samples', () => {
    expect(memoryTrend(samplesOf((hour) => hour, 8))).toBeNull();
    expect(memoryTrend([])).toBeNull();
  });
});
