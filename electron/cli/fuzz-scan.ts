/**
 * `npm run fuzz:scan [-- --count N]`: shows the reader broken pictures (2,000 unless told otherwise).
 * Exit code 0: it answered for every one; 1: it threw, hung or ended; 2: the command was not understood.
 */
import { parseArgs } from 'node:util';
import { fuzzReader } from './fuzz-run.ts';
import type { BrokenResult } from './try-broken.ts';

const DEFAULT_COUNT = 2000;
const TELL_EVERY = 200;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const count = parseCount(argv);
  if (count === null) {
    console.error('Usage: npm run fuzz:scan [-- --count N]   (N is 1 or more)');
    return 2;
  }
  const { results, hangs, crashes } = await fuzzReader(count, (done) => {
    if (done % TELL_EVERY === 0) console.log(`${done} of ${count}`);
  });
  for (const { number, what, trace } of results.filter(({ outcome }) => outcome === 'thrown'))
    console.error(`Picture ${number} (${what}) made the reader throw:\n${trace}`);
  for (const number of hangs) console.error(`Picture ${number} made the reader hang.`);
  for (const number of crashes) console.error(`Picture ${number} ended the reader's thread.`);
  const countOf = (wanted: BrokenResult['outcome']) =>
    results.filter(({ outcome }) => outcome === wanted).length;
  const outcomes = ['read', 'notRead', 'refused', 'thrown'] as const;
  console.log(outcomes.map((outcome) => `${outcome} ${countOf(outcome)}`).join(', '));
  console.log(`hung ${hangs.length}, ended ${crashes.length}, slowest ${slowest(results)} ms`);
  return countOf('thrown') > 0 || hangs.length > 0 || crashes.length > 0 ? 1 : 0;
}

function parseCount(argv: readonly string[]): number | null {
  try {
    const { values } = parseArgs({ args: [...argv], options: { count: { type: 'string' } } });
    const count = values.count === undefined ? DEFAULT_COUNT : Number(values.count);
    return Number.isSafeInteger(count) && count > 0 ? count : null;
  } catch {
    return null;
  }
}

function slowest(results: readonly { readonly ms: number }[]): number {
  return results.reduce((most, { ms }) => Math.max(most, ms), 0);
}
