import { describe, expect, it } from 'vitest';
import { createRepeatFilter } from './repeat-filter.ts';

describe('createRepeatFilter', () => {
  it('lets a code through that was never dealt with', () => {
    expect(createRepeatFilter().isRepeat('a', 0)).toBe(false);
  });

  it('ignores a code for five seconds after it was dealt with, and no other', () => {
    const filter = createRepeatFilter();
    filter.note([{ fingerprint: 'a' }, { fingerprint: 'b' }], 1000);
    expect(filter.isRepeat('a', 5999)).toBe(true);
    expect(filter.isRepeat('b', 5999)).toBe(true);
    expect(filter.isRepeat('c', 5999)).toBe(false);
    expect(filter.isRepeat('a', 6000)).toBe(false);
  });
});
