import { describe, expect, it } from 'vitest';
import { neighbourOf } from './neighbour.ts';

const ids = ['a', 'b', 'c'];

describe('neighbourOf', () => {
  it('goes to the row above or below', () => {
    expect(neighbourOf(ids, 'b', 'down')).toBe('c');
    expect(neighbourOf(ids, 'b', 'up')).toBe('a');
  });

  it('stays at the ends', () => {
    expect(neighbourOf(ids, 'c', 'down')).toBe('c');
    expect(neighbourOf(ids, 'a', 'up')).toBe('a');
  });

  it.each([null, 'gone'])('starts at an end when the selection is %j', (selected) => {
    expect(neighbourOf(ids, selected, 'down')).toBe('a');
    expect(neighbourOf(ids, selected, 'up')).toBe('c');
  });

  it('has nowhere to go in an empty list', () => {
    expect(neighbourOf([], 'a', 'down')).toBeNull();
  });
});
