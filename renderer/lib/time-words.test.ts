import { afterEach, describe, expect, it } from 'vitest';
import { formatTime, roundElapsed, timeAgo, timeLeft } from './time-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('formatTime', () => {
  const noon = new Date(2026, 10, 23, 12, 0).getTime();

  it('tells the time only for today, and the day for every other day', () => {
    expect(formatTime(noon + 65 * MINUTE, noon, 'en')).toBe('13:05');
    expect(formatTime(noon - 24 * HOUR, noon, 'en')).toMatch(/22.*12:00/);
  });

  it('writes midnight as 00', () => {
    expect(formatTime(new Date(2026, 10, 23, 0, 7).getTime(), noon, 'en')).toBe('00:07');
  });
});

describe('timeLeft', () => {
  it('gives hours and minutes from one hour on', () => {
    expect(timeLeft(23 * HOUR + 41 * MINUTE)).toEqual({ unit: 'hours', hours: 23, minutes: '41' });
    expect(timeLeft(HOUR)).toEqual({ unit: 'hours', hours: 1, minutes: '00' });
  });

  it('gives minutes and seconds below one hour', () => {
    expect(timeLeft(4 * MINUTE + 12_000)).toEqual({ unit: 'minutes', minutes: 4, seconds: '12' });
  });

  it('does not say zero before the time has come', () => {
    expect(timeLeft(1)).toEqual({ unit: 'minutes', minutes: 0, seconds: '01' });
    expect(timeLeft(HOUR - 1)).toEqual({ unit: 'hours', hours: 1, minutes: '00' });
  });

  it('says zero for what has passed', () => {
    expect(timeLeft(-5000)).toEqual({ unit: 'minutes', minutes: 0, seconds: '00' });
  });
});

describe('roundElapsed', () => {
  it.each([
    [30_000, { unit: 'now', count: 0 }],
    [MINUTE, { unit: 'minutes', count: 1 }],
    [59 * MINUTE, { unit: 'minutes', count: 59 }],
    [3 * HOUR, { unit: 'hours', count: 3 }],
    [50 * HOUR, { unit: 'days', count: 2 }],
  ] as const)('tells %i ms in its largest whole unit', (ms, told) => {
    expect(roundElapsed(ms)).toEqual(told);
  });

  it('counts a time ahead of a clock that was set back as now', () => {
    expect(roundElapsed(-5 * HOUR)).toEqual({ unit: 'now', count: 0 });
  });
});

describe('timeAgo', () => {
  const now = 1_700_000_000_000;

  it.each([
    [30_000, 'now'],
    [19 * MINUTE, '19 min. ago'],
    [5 * HOUR, '5 hr. ago'],
    [25 * HOUR, 'yesterday'],
    [72 * HOUR, '3 days ago'],
  ])('says %d ms as "%s"', (age, words) => {
    expect(timeAgo(now - age, now, 'en')).toBe(words);
  });

  it('takes a time ahead of a corrected clock as now', () => {
    expect(timeAgo(now + HOUR, now, 'en')).toBe('now');
  });
});

describe('in a zone that changes to winter time', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // A code of 24 hours that arrived at 14:05 on the day before the clocks go back.
  const validUntil = Date.UTC(2026, 9, 25, 12, 5);

  it.each([
    ['Europe/Berlin', '13:05'],
    ['Europe/London', '12:05'],
    ['America/New_York', '08:05'],
    ['Asia/Kolkata', '17:35'],
    ['Australia/Lord_Howe', '23:05'],
  ])('shows the end of 24 real hours in %s as %s', (name, time) => {
    process.env['TZ'] = name;
    expect(formatTime(validUntil, validUntil, 'en')).toBe(time);
    expect(timeLeft(validUntil - Date.UTC(2026, 9, 24, 12, 5))).toEqual({
      unit: 'hours',
      hours: 24,
      minutes: '00',
    });
  });
});
