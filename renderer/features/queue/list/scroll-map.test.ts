import { describe, expect, it } from 'vitest';
import { baseFor, fromWindow, toWindow, WINDOW_ROWS, windowRows } from './scroll-map.ts';

const MILLION = 1_000_000;

describe('the window of a long list', () => {
  it('is the list itself while it is short', () => {
    expect(windowRows(100)).toBe(100);
    expect(toWindow(42.5, 100)).toBe(42.5);
    expect(fromWindow(42.5, 100)).toBe(42.5);
  });

  it.each([0, 17.25, 4999, 5000, 123_456, 500_000, 995_000, 999_999])('leads back to row %d', (index) => {
    expect(fromWindow(toWindow(index, MILLION), MILLION)).toBeCloseTo(index, 6);
  });

  it('shows the first and the last rows at the ends of the bar, row by row', () => {
    expect(toWindow(0, MILLION)).toBe(0);
    expect(toWindow(MILLION, MILLION)).toBe(WINDOW_ROWS);
    expect(toWindow(MILLION - 7, MILLION)).toBe(WINDOW_ROWS - 7);
  });

  it('never begins before the list or ends behind it', () => {
    expect(baseFor(3, 5, MILLION)).toBe(0);
    expect(baseFor(MILLION, 10, MILLION)).toBe(MILLION - WINDOW_ROWS);
    expect(baseFor(50, 20, 100)).toBe(0);
  });
});
