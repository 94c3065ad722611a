/**
 * `npm run seed -- --tickets N [--file FILE] [--key HEX] [--seed N]`: fills a new encrypted database with made records.
 * Exit code 2 when the command was not understood.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { appPlaybooks } from '../app-playbooks.ts';
import { fillStore } from './fill-store.ts';
import { defaultFile, defaultKey } from './made-database.ts';

const USAGE = `Fills a new encrypted database with made customers, devices and tickets.

  npm run seed -- --tickets N [--file FILE] [--key HEX] [--seed N]

--tickets  how many; a fifth as many customers, a third as many devices, four events each
--file     a database file that has no tickets yet (default ${defaultFile})
--key      its key, 64 hexadecimal digits (default: a well-known one, for made records only)
--seed     other records (default 1)`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { tickets, file, key, seed } = parseArgs({
    options: {
      tickets: { type: 'string' },
      file: { type: 'string', default: defaultFile },
      key: { type: 'string', default: defaultKey },
      seed: { type: 'string', default: '1' },
    },
  }).values;
  const count = Number(tickets);
  if (!(Number.isInteger(count) && count > 0) || !/^[0-9a-f]{64}$/.test(key)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  mkdirSync(dirname(file), { recursive: true });
  const startedAt = Date.now();
  await fillStore({
    file,
    keyHex: key,
    tickets: count,
    seed: Number(seed),
    playbooks: appPlaybooks(),
    onProgress: (done) =>
      process.stderr.write(`${done} of ${count} tickets, ${Math.round((Date.now() - startedAt) / 1000)} s\n`),
  });
  process.stdout.write(`${file}: ${count} tickets.\n`);
  return 0;
}
