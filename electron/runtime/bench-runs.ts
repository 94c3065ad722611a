import { parseArgs } from 'node:util';
import { SetupError } from './setup-error.ts';

/**
 * How often a benchmark is to measure: `--runs N`, or what is usual for it.
 *
 * @throws SetupError for anything but a whole number above 0
 */
export function readRuns(args: readonly string[], usual: number): number {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string' } }, strict: false });
  const runs = Number(values['runs'] ?? usual);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new SetupError('--runs takes a whole number above 0.');
  return runs;
}
