import { describe, expect, it } from 'vitest';
import { timeAgo, timeLeft } from './time-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

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
