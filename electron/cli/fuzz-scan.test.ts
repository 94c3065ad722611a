import { describe, expect, it } from 'vitest';
import { fuzzReader } from './fuzz-run.ts';

/** Twice what a hundred pictures take on a busy machine. */
const TIMEOUT_MS = 120_000;
const COUNT = 100;

describe('the reader', () => {
  it('answers for a hundred broken pictures without a throw or a hang', { timeout: TIMEOUT_MS }, async () => {
    const { results, hangs, crashes } = await fuzzReader(COUNT);
    expect(results.filter(({ outcome }) => outcome === 'thrown')).toEqual([]);
    expect({ hangs, crashes, answered: results.length }).toEqual({ hangs: [], crashes: [], answered: COUNT });
    // Some of each, or the pictures are too broken or too good to show anything.
    const outcomes = new Set(results.map(({ outcome }) => outcome));
    expect([...outcomes].sort()).toEqual(['notRead', 'read', 'refused']);
  });
});
