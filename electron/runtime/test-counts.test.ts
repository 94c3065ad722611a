import { describe, expect, it } from 'vitest';
import { countCheck, countPlaywright, countVitest, sumCounts } from './test-counts.ts';

const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 1 };

describe('counts', () => {
  it('of a check are one', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0 });
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1 });
  });

  it('come from the reports', () => {
    expect(countVitest({ numPassedTests: 8, numFailedTests: 2 }, 1)).toEqual({ passed: 8, failed: 2 });
    expect(countPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 5, failed: 0 });
  });

  it('take a test that passed only when tried again as failed', () => {
    const report = { stats: { ...stats, unexpected: 1, flaky: 2 }, errors: [] };
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 3 });
  });

  it('are a failure without a report, and with one of another form', () => {
    for (const report of [null, {}, 'x']) {
      expect(countVitest(report, 0)).toEqual({ passed: 0, failed: 1 });
      expect(countPlaywright(report, 0)).toEqual({ passed: 0, failed: 1 });
    }
  });

  it('are a failure when the run failed and no test did, as with a file that does not load', () => {
    expect(countVitest({ numPassedTests: 8, numFailedTests: 0 }, 1)).toEqual({ passed: 8, failed: 1 });
  });

  it('are a failure when there was no test', () => {
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('add up', () => {
    expect(sumCounts([countCheck(0), countCheck(1), { passed: 8, failed: 2 }])).toEqual({
      passed: 9,
      failed: 3,
    });
  });
});
