/**
 * `npm run bench:store -- --tickets N [--file FILE]`: how long the store takes over made records, against the goals of
 * the storage note and against two simpler ways of keeping the same records. Prints one table; exit code 1 when a goal
 * is missed, 2 when the command was not understood.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { appPlaybooks } from '../app-playbooks.ts';
import { benchDesk } from './bench-desk.ts';
import { benchOthers } from './bench-others.ts';
import { fillStore } from './fill-store.ts';
import { defaultFile, defaultKey } from './made-database.ts';
import { type Figure, formatFigures } from './store-figures.ts';

const USAGE = `Measures the store over made records and prints one table.

  npm run bench:store -- --tickets N [--file FILE]

--tickets  as many as are made, if the file does not exist yet
--file     a database that npm run seed has made (default ${defaultFile})`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { tickets, file } = parseArgs({
    options: { tickets: { type: 'string' }, file: { type: 'string', default: defaultFile } },
  }).values;
  const count = Number(tickets);
  if (!(Number.isInteger(count) && count > 0)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const playbooks = appPlaybooks();
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const onProgress = (done: number) => process.stderr.write(`${done} of ${count} tickets made\n`);
    await fillStore({ file, keyHex: defaultKey, tickets: count, seed: 1, playbooks, onProgress });
  }
  const figures: Figure[] = [
    ...(await benchDesk(file, defaultKey, playbooks)),
    ...(await benchOthers(file, defaultKey)),
  ];
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  process.stdout.write(
    `${formatFigures(figures)}\n${count} tickets: database ${megabytes(statSync(file).size)}, memory ${megabytes(process.memoryUsage().rss)}\n`,
  );
  return figures.some(({ goalMs, p95 }) => goalMs !== null && p95 >= goalMs) ? 1 : 0;
}
