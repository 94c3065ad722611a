import { parseArgs } from 'node:util';
import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry, SetupError } from './setup-error.ts';

const DEFAULT_RUNS = 20;

/**
 * `npm run bench:hotkey [-- --runs N]`: presses the hotkey in real Electron on two 1080p displays and tells how long it takes
 * until the ticket is on screen. Exit code 1 when the 95th percentile is a second or more.
 */
await runEntry(async () => {
  const runs = readRuns(process.argv.slice(2));
  const plan = await prepare();
  return await runPlaywright({
    config: 'e2e/bench.config.ts',
    args: [],
    env: { RESETDESK_BENCH_RUNS: String(runs) },
    plan,
    isVirtual: true,
  });
});

/** @throws SetupError for anything but a whole number above 0 */
function readRuns(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string' } }, strict: false });
  const runs = Number(values['runs'] ?? DEFAULT_RUNS);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new SetupError('--runs takes a whole number above 0.');
  return runs;
}
