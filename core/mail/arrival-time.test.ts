import { describe, expect, it } from 'vitest';
import { readArrivalTime } from './arrival-time.ts';

const hour = 3_600_000;
/** Monday, 30 November 2026, 15:00:20 where the test runs. */
const now = new Date(2026, 10, 30, 15, 0, 20).getTime();
const aDay = { submittedAt: now - 25 * hour, now };
const anHour = { submittedAt: now - hour, now };
const at = (day: number, hours: number, minute: number, second = 0) =>
  new Date(2026, 10, day, hours, minute, second).getTime();

describe('readArrivalTime', () => {
  it.each([
    ['14:05', at(30, 14, 5)],
    ['14.05', at(30, 14, 5)],
    ['14h05', at(30, 14, 5)],
    ['1405', at(30, 14, 5)],
    ['14:05:30', at(30, 14, 5, 30)],
    ['2:05 pm', at(30, 14, 5)],
    ['2:05 p. m.', at(30, 14, 5)],
    ['2pm', at(30, 14, 0)],
    ['today 14:05', at(30, 14, 5)],
    ['hoy a las 14:05', at(30, 14, 5)],
    ['02:05', at(30, 2, 5)],
    ['12:30 am', at(30, 0, 30)],
    // A time that is still to come today was of yesterday.
    ['23:10', at(29, 23, 10)],
    ['11:10 PM', at(29, 23, 10)],
    ['yesterday 23:10', at(29, 23, 10)],
    ['ayer, 23:10', at(29, 23, 10)],
    ['29/11 23:10', at(29, 23, 10)],
    ['11/29 23:10', at(29, 23, 10)],
    ['29.11. 23:10', at(29, 23, 10)],
    ['29.11.2026, 23:10', at(29, 23, 10)],
    ['29/11/26 23:10', at(29, 23, 10)],
    ['2026-11-29 23:10', at(29, 23, 10)],
    ['2026-11-29T23:10:05', at(29, 23, 10, 5)],
    ['Nov 29, 11:10 PM', at(29, 23, 10)],
    ['29 Nov 2026 at 23:10', at(29, 23, 10)],
    ['Sunday, November 29, 2026 11:10 PM', at(29, 23, 10)],
    ['dom, 29 de noviembre de 2026, 23:10', at(29, 23, 10)],
    ['Sent: Sunday, November 29, 2026 11:10 PM', at(29, 23, 10)],
    ['Enviado el: domingo, 29 de noviembre de 2026 23:10', at(29, 23, 10)],
    ['Date: Sun, 29 Nov 2026 22:10:05 +0000', Date.UTC(2026, 10, 29, 22, 10, 5)],
    ['Sun, 29 Nov 2026 22:10:05 +0000 (UTC)', Date.UTC(2026, 10, 29, 22, 10, 5)],
    ['Mon, 30 Nov 2026 01:10:05 +0300', Date.UTC(2026, 10, 29, 22, 10, 5)],
    ['2026-11-29T22:10:05Z', Date.UTC(2026, 10, 29, 22, 10, 5)],
  ])('reads %s', (typed, expected) => {
    expect(readArrivalTime(typed, aDay)).toEqual({ kind: 'time', at: expected });
  });

  it('takes the half of the day that is possible, and asks where both are', () => {
    expect(readArrivalTime('2:30', anHour)).toEqual({ kind: 'time', at: at(30, 14, 30) });
    expect(readArrivalTime('2:30', aDay)).toEqual({ kind: 'ambiguous' });
  });

  it('asks where day and month can be either way round', () => {
    const january = new Date(2026, 1, 1, 12, 0).getTime();
    const span = { submittedAt: new Date(2026, 0, 1).getTime(), now: january };
    expect(readArrivalTime('2/1 10:00 am', span)).toEqual({ kind: 'ambiguous' });
    expect(readArrivalTime('20/1 10:00 am', span)).toEqual({
      kind: 'time',
      at: new Date(2026, 0, 20, 10).getTime(),
    });
  });

  it('reads a date without its year around New Year', () => {
    const newYear = new Date(2027, 0, 1, 1, 0).getTime();
    const span = { submittedAt: newYear - 3 * hour, now: newYear };
    expect(readArrivalTime('31/12 23:10', span)).toEqual({
      kind: 'time',
      at: new Date(2026, 11, 31, 23, 10).getTime(),
    });
  });

  it('allows for clocks that differ by minutes, and never goes past now', () => {
    expect(readArrivalTime('15:03', anHour)).toEqual({ kind: 'time', at: now });
    expect(readArrivalTime('13:57', anHour)).toEqual({ kind: 'time', at: at(30, 13, 57) });
  });

  it.each([
    ['15:30', 'inFuture'],
    ['tomorrow 10:00', 'unreadable'],
    ['1 Dec 10:00', 'inFuture'],
    ['11:30', 'beforeRequest'],
    ['yesterday 14:30', 'beforeRequest'],
    ['28 Nov 23:10', 'beforeRequest'],
    ['25:00', 'unreadable'],
    ['14:60', 'unreadable'],
    ['13:05 pm', 'unreadable'],
    ['31/11 10:00', 'unreadable'],
    ['an hour ago', 'unreadable'],
    ['', 'unreadable'],
  ])('refuses %s: %s', (typed, kind) => {
    expect(readArrivalTime(typed, anHour)).toEqual({ kind });
  });
});
