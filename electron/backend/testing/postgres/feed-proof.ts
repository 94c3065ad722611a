/**
 * `npm run team:feed [-- --writers N --transactions N --seed N]`: the feed of the team's store under load, beside a reader who
 * goes by rising numbers. Exit code 0: it lost nothing and told nothing twice; 1: it did.
 */
import { parseArgs } from 'node:util';
import { TestCluster } from './cluster.ts';
import { loadFeed } from './feed-load.ts';
import { makeTeam } from './test-team.ts';

const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '32' },
    transactions: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const load = {
  writers: Number(values.writers),
  transactions: Number(values.transactions),
  seed: Number(values.seed),
};
const cluster = await TestCluster.create();
try {
  const figures = await loadFeed(await makeTeam(cluster, 'desk'), load);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  const { missing, double, untrue } = figures.snapshot;
  process.exitCode = missing + double + untrue === 0 ? 0 : 1;
} finally {
  await cluster.remove();
}
