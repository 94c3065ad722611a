import { describe, expect, it } from 'vitest';
import { NotHere, runChecks, type SelfCheck } from './run-checks.ts';

const check = (name: string, run: SelfCheck['run']): SelfCheck => ({ name, run });

describe('runChecks', () => {
  it('says a line a check, goes on after a failure and tells the sum', async () => {
    const lines: string[] = [];
    const isGood = await runChecks(
      [
        check('one', async () => 'seen'),
        check('two', () => Promise.reject(new Error('not\n  there'))),
        check('three', () => Promise.reject(new NotHere('no screen'))),
        check('four', () => new Promise(() => undefined)),
      ],
      (line) => lines.push(line),
      20,
    );
    expect(isGood).toBe(false);
    expect(lines).toEqual([
      'ok    one: seen',
      'FAIL  two: not there',
      'skip  three: no screen',
      'FAIL  four: no answer within 0.02 s',
      '1 passed, 2 failed, 1 skipped',
    ]);
  });

  it('is good where only something is missing that the product does without', async () => {
    const missing = check('screen', () => Promise.reject(new NotHere('no screen')));
    expect(await runChecks([missing], () => undefined)).toBe(true);
  });
});
