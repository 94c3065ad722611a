import { readRuns } from './bench-runs.ts';
import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry } from './setup-error.ts';

const DEFAULT_RUNS = 20;

/**
 * `npm run bench:hotkey [-- --runs N]`: presses the hotkey in real Electron on two 1080p displays and tells how long it takes
 * until the ticket is on screen. Exit code 1 when the 95th percentile is a second or more.
 */
await runEntry(async () => {
  const runs = readRuns(process.argv.slice(2), DEFAULT_RUNS);
  const plan = await prepare();
  return await runPlaywright({
    config: 'e2e/bench.config.ts',
    args: ['hotkey'],
    env: { RESETDESK_BENCH_RUNS: String(runs) },
    plan,
    isVirtual: true,
  });
});
