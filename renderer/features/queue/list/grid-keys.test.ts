import { describe, expect, it } from 'vitest';
import { rowStep } from './grid-keys.ts';

const press = (key: string, held: { ctrlKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe('rowStep', () => {
  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 59],
    ['PageUp', 41],
    ['Home', 0],
    ['End', 99],
  ])('%s leads to row %d', (key, row) => {
    expect(rowStep(press(key), 50, 100, 10)).toBe(row);
  });

  it('stays in the list', () => {
    expect(rowStep(press('ArrowUp'), 0, 100, 10)).toBe(0);
    expect(rowStep(press('PageDown'), 98, 100, 10)).toBe(99);
  });

  it('leaves other keys and the desktop’s own alone', () => {
    expect(rowStep(press('a'), 0, 100, 10)).toBeNull();
    expect(rowStep(press('ArrowDown', { ctrlKey: true }), 0, 100, 10)).toBeNull();
  });
});
