import { describe, expect, it } from 'vitest';
import type { MissReason } from '../../../core/scan/diagnose.ts';
import { createAdviser } from './advice.ts';

const miss = (reason: MissReason | null) => ({ isRead: false, reason });
const read = { isRead: true, reason: null };

describe('createAdviser', () => {
  it('starts with the general hint and gives advice after a second and a half', () => {
    const adviser = createAdviser();
    expect(adviser.hear(miss('blurred'), 0)).toBe('hint');
    expect(adviser.hear(miss('blurred'), 1400)).toBe('hint');
    expect(adviser.hear(miss('blurred'), 1500)).toBe('blurred');
  });

  it('holds advice for a second and a half against another', () => {
    const adviser = createAdviser();
    adviser.hear(miss(null), 0);
    adviser.hear(miss('tooSmall'), 2000);
    expect(adviser.hear(miss('glare'), 3400)).toBe('tooSmall');
    expect(adviser.hear(miss('glare'), 3500)).toBe('glare');
  });

  it('keeps the advice while frames are not explained', () => {
    const adviser = createAdviser();
    adviser.hear(miss(null), 0);
    adviser.hear(miss('tooSmall'), 2000);
    expect(adviser.hear(miss(null), 9000)).toBe('tooSmall');
  });

  it('tells a code that was read at once', () => {
    const adviser = createAdviser();
    expect(adviser.hear(read, 0)).toBe('found');
  });

  it('goes back to the general hint when no code is there any more', () => {
    const adviser = createAdviser();
    adviser.hear(miss(null), 0);
    adviser.hear(miss('tooSmall'), 2000);
    expect(adviser.hear(miss('nothingThere'), 4000)).toBe('hint');
  });
});
