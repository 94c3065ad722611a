import { describe, expect, it } from 'vitest';
import { boundsOf, partName } from './periods.ts';

/** A Wednesday. */
const now = new Date(2026, 10, 25, 15, 30).getTime();

describe('boundsOf', () => {
  it('divides today into its hours', () => {
    const bounds = boundsOf('day', now);
    expect(bounds).toHaveLength(25);
    expect(bounds[0]).toBe(new Date(2026, 10, 25).getTime());
    expect(bounds[15]).toBeLessThanOrEqual(now);
    expect(bounds[16]).toBeGreaterThan(now);
    expect(bounds.at(-1)).toBe(new Date(2026, 10, 26).getTime());
  });

  it('ends seven days with today', () => {
    const bounds = boundsOf('week', now);
    expect(bounds).toHaveLength(8);
    expect(bounds[0]).toBe(new Date(2026, 10, 19).getTime());
    expect(bounds.at(-1)).toBe(new Date(2026, 10, 26).getTime());
  });

  it('begins each of twelve weeks with a Monday, the last one being the week of today', () => {
    const bounds = boundsOf('weeks', now);
    expect(bounds).toHaveLength(13);
    expect(bounds.every((at) => new Date(at).getDay() === 1)).toBe(true);
    expect(bounds.at(-2)).toBe(new Date(2026, 10, 23).getTime());
    const onSunday = boundsOf('weeks', new Date(2026, 10, 29, 23).getTime());
    expect(onSunday).toEqual(bounds);
  });

  it('rises and covers the present, whatever the period', () => {
    for (const period of ['day', 'week', 'weeks'] as const) {
      const bounds = boundsOf(period, now);
      expect(bounds).toEqual(bounds.toSorted((left, right) => left - right));
      expect(bounds.at(-1)).toBeGreaterThan(now);
    }
  });
});

describe('partName', () => {
  it('names an hour, a day and a week', () => {
    const monday = new Date(2026, 10, 23).getTime();
    expect(partName('day', monday, 'en')).toBe('00:00');
    expect(partName('week', monday, 'en')).toBe('23 Mon');
    expect(partName('weeks', monday, 'en')).toBe('Nov 23');
  });
});
