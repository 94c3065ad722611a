/**
 * `npm run crash [-- --kills N --flips N --levels N --seed N]`: kills the backend at random moments, flips bits of the
 * database and fills a small disk. Exit code 0: nothing that was acknowledged was lost; 1: something was; 2: not understood.
 */
import { parseArgs } from 'node:util';
import { runFlips } from './flips.ts';
import { runFullDisk } from './full-disk.ts';
import { type KillReport, runKills } from './kill-rounds.ts';

const TELL_EVERY = 50;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  if (options === null) {
    tell('Usage: npm run crash [-- --kills N --flips N --levels N --seed N]');
    return 2;
  }
  const { kills, flips, levels, seed } = options;
  const isWell = [
    kills === 0 || (await tellKills(kills, seed)),
    flips === 0 || (await tellFlips(flips, seed)),
    levels === 0 || (await tellFullDisk(levels)),
  ];
  return isWell.every(Boolean) ? 0 : 1;
}

async function tellKills(count: number, seed: number): Promise<boolean> {
  const report = await runKills(count, seed, (done) => {
    if (done % TELL_EVERY === 0) tell(`${done} of ${count} kills`);
  });
  const { total, kills, acknowledged } = report;
  tell(`kills: ${JSON.stringify(kills)}`);
  tell(
    `acknowledged ${acknowledged}, lost ${total.lost}, torn ${total.torn}, broken histories ${total.brokenChains}, ` +
      `bad backups ${total.badBackups}, file whole: ${total.isFileWhole}`,
  );
  tell(
    `reopened in ms: p50 ${quantile(report, 0.5)}, p95 ${quantile(report, 0.95)}, slowest ${quantile(report, 1)}`,
  );
  return total.lost + total.torn + total.brokenChains + total.badBackups === 0 && total.isFileWhole;
}

async function tellFlips(count: number, seed: number): Promise<boolean> {
  const report = await runFlips(count, seed);
  tell(`flips: ${JSON.stringify(report)}`);
  return report.unnoticed === 0 && report.crashes.length === 0 && report.failedRestores === 0;
}

async function tellFullDisk(levels: number): Promise<boolean> {
  const report = await runFullDisk(levels);
  if (report === null) {
    tell('full disk: skipped, because this user may not mount a small disk here');
    return true;
  }
  tell(`full disk: ${JSON.stringify(report)}`);
  return report.lost + report.torn + report.stuck + report.unclear.length === 0;
}

function quantile({ reopenMs }: KillReport, share: number): number {
  return Math.round(reopenMs[Math.min(reopenMs.length - 1, Math.floor(reopenMs.length * share))] ?? 0);
}

function parseOptions(argv: readonly string[]) {
  const standard = { kills: 50, flips: 0, levels: 0, seed: 1 };
  try {
    const asText = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...argv],
      options: { kills: asText, flips: asText, levels: asText, seed: asText },
    });
    const options = { ...standard, ...mapNumbers(values) };
    return Object.values(options).every((value) => Number.isSafeInteger(value) && value >= 0)
      ? options
      : null;
  } catch {
    return null;
  }
}

function mapNumbers(values: Readonly<Record<string, string | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
