import { describe, expect, it } from 'vitest';
import { formatCountdown, formatTime, roundElapsed } from './format-time.ts';

const noon = new Date(2026, 10, 23, 12, 0).getTime();
const minute = 60_000;
const hour = 60 * minute;

describe('formatTime', () => {
  it('tells the time only for today, and the day for every other day', () => {
    expect(formatTime(noon + 65 * minute, noon, 'en')).toBe('13:05');
    expect(formatTime(noon - 24 * hour, noon, 'en')).toMatch(/22.*12:00/);
  });

  it('writes midnight as 00', () => {
    expect(formatTime(new Date(2026, 10, 23, 0, 7).getTime(), noon, 'en')).toBe('00:07');
  });
});

describe('formatCountdown', () => {
  it.each([
    [5 * minute, '5:00'],
    [9_001, '0:10'],
    [hour, '1:00'],
    [23 * hour + 41 * minute, '23:41'],
    [-minute, '0:00'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(formatCountdown(ms)).toBe(text);
  });
});

describe('roundElapsed', () => {
  it.each([
    [30_000, { unit: 'now', count: 0 }],
    [minute, { unit: 'minutes', count: 1 }],
    [59 * minute, { unit: 'minutes', count: 59 }],
    [3 * hour, { unit: 'hours', count: 3 }],
    [50 * hour, { unit: 'days', count: 2 }],
  ] as const)('tells %i ms in its largest whole unit', (ms, told) => {
    expect(roundElapsed(ms)).toEqual(told);
  });

  it('counts a time ahead of a clock that was set back as now', () => {
    expect(roundElapsed(-5 * hour)).toEqual({ unit: 'now', count: 0 });
  });
});
