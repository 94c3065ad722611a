import * as z from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
});

/** Counts of a static check: it is one test. */
export function countCheck(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counts of Vitest's JSON report; null or a strange report is a failure, and so is an exit code that it does not explain. */
export function countVitest(report: unknown, exitCode: number): Counts {
  const parsed = vitestReport.safeParse(report);
  if (!parsed.success) return countCheck(1);
  return explained(parsed.data.numPassedTests, parsed.data.numFailedTests, exitCode);
}

/** Counts of Playwright's JSON report. A flaky test (passed when tried again) is a failed one. */
export function countPlaywright(report: unknown, exitCode: number): Counts {
  const parsed = playwrightReport.safeParse(report);
  if (!parsed.success) return countCheck(1);
  const { expected, unexpected, flaky } = parsed.data.stats;
  return explained(expected, unexpected + flaky, exitCode);
}

/** A file that can not even be loaded fails the run without a failed test; no test at all is no success either. */
function explained(passed: number, failed: number, exitCode: number): Counts {
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}

export function sumCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failed: all.reduce((sum, counts) => sum + counts.failed, 0),
  };
}
