import { readFileSync, writeFileSync } from 'node:fs';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { createRandom } from '../../../../core/testkit/random.ts';
import { migrations } from '../../store/sqlite/migrations/index.ts';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.ts';
import { findPageFault } from '../../store/sqlite/page-check.ts';
import { restoreBackup, withConnection } from '../../store/sqlite/restore.ts';
import { temporaryFolder, testKey } from '../test-desk.ts';
import { makeOldDatabase, oldTickets } from './old-database.ts';

export interface FlipReport {
  readonly flips: number;
  /** By how it was noticed: the reason of a refused opening, or `check` for damage that the check finds. */
  readonly noticed: Readonly<Record<string, number>>;
  readonly unnoticed: number;
  /** Anything but a refusal or a finding: a bug. */
  readonly crashes: readonly string[];
  /** After every twentieth flip the records are restored from a backup. */
  readonly restores: number;
  readonly failedRestores: number;
}

/** Restoring after every flip would only repeat the same copy. */
const restoreEvery = 20;

/** Flips one random bit of a database at a time: each must be noticed, and a backup must bring the records back. */
export async function runFlips(count: number, seed: number): Promise<FlipReport> {
  const random = createRandom(seed);
  const folder = temporaryFolder();
  const noticed: Record<string, number> = {};
  const crashes: string[] = [];
  let unnoticed = 0;
  let restores = 0;
  let failedRestores = 0;
  try {
    const whole = `${folder.file}.whole`;
    await makeOldDatabase(folder.file, testKey, Object.keys(migrations).length);
    // Without unused pages: a flip in one of those harms nothing and is not read.
    await withConnection(folder.file, testKey, (connection) =>
      connection.prepare('vacuum into ?').run([whole]),
    );
    const bytes = readFileSync(whole);
    for (let index = 0; index < count; index += 1) {
      const damaged = Buffer.from(bytes);
      const position = random.integer(0, damaged.length - 1);
      damaged[position] = (damaged[position] ?? 0) ^ (1 << random.integer(0, 7));
      writeFileSync(folder.file, damaged);
      const how = await notice(folder.file).catch((error: unknown) => {
        crashes.push(error instanceof Error ? error.message : 'unknown');
        return null;
      });
      if (how === 'unnoticed') unnoticed += 1;
      else if (how !== null) noticed[how] = (noticed[how] ?? 0) + 1;
      if (index % restoreEvery !== 0) continue;
      restores += 1;
      if (!(await isRestored(folder.file, whole))) failedRestores += 1;
    }
  } finally {
    folder.remove();
  }
  return { flips: count, noticed, unnoticed, crashes, restores, failedRestores };
}

async function notice(file: string): Promise<string> {
  try {
    const store = await openSqliteStore(file, testKey);
    await store.close();
  } catch (error) {
    const reason = error instanceof CallError ? storeFailureOf(error) : null;
    if (reason === null) throw error;
    return reason;
  }
  const fault = await withConnection(file, testKey, findPageFault);
  return fault === null ? 'unnoticed' : 'check';
}

async function isRestored(file: string, backup: string): Promise<boolean> {
  await restoreBackup(file, backup, { keyHex: testKey, formerKeys: [] }, { at: Date.now(), actor: '' });
  const tickets = await withConnection(file, testKey, (connection) =>
    connection.prepare('select count(*) from tickets').pluck().get(),
  );
  return tickets === oldTickets;
}
