/** One thing that has to work on this computer. */
export interface SelfCheck {
  readonly name: string;
  /**
   * Answers what was seen.
   *
   * @throws NotHere where this computer has no such thing; anything else is a failure, told with its message
   */
  run(): Promise<string>;
}

/** Something that this computer does not have or allow; the product does without it. */
export class NotHere extends Error {}

/** A check that takes longer hangs. */
const PATIENCE_MS = 90_000;

/**
 * Runs the checks one after another, to the end, and says one line each and the sum. Answers whether none failed.
 *
 * @param say is given a line without its end
 */
export async function runChecks(
  checks: readonly SelfCheck[],
  say: (line: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    const { outcome, words } = await resultOf(check, patienceMs);
    counts[outcome] += 1;
    say(`${MARKS[outcome]}  ${check.name}: ${words}`);
  }
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0;
}

type Outcome = 'passed' | 'failed' | 'skipped';

const MARKS: Readonly<Record<Outcome, string>> = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };

async function resultOf(check: SelfCheck, patienceMs: number): Promise<{ outcome: Outcome; words: string }> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    return { outcome: 'passed', words: await Promise.race([check.run(), tooLate]) };
  } catch (error) {
    const words = oneLine(error instanceof Error ? error.message : String(error));
    return { outcome: error instanceof NotHere ? 'skipped' : 'failed', words };
  } finally {
    clearTimeout(timer);
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
