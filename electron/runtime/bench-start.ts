import { readRuns } from './bench-runs.ts';
import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry } from './setup-error.ts';

const DEFAULT_RUNS = 9;

/**
 * `npm run bench:start [-- --runs N]`: starts ResetDesk and an empty window of the same runtime in turns, and tells the medians:
 * to the first paint, to the usable queue, and the memory by process. Exit code 1 when a goal is missed.
 */
await runEntry(async () => {
  const runs = readRuns(process.argv.slice(2), DEFAULT_RUNS);
  const plan = await prepare();
  return await runPlaywright({
    config: 'e2e/bench.config.ts',
    args: ['start'],
    env: { RESETDESK_BENCH_RUNS: String(runs) },
    plan,
    isVirtual: true,
  });
});
