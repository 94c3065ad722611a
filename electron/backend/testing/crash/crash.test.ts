import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Migration } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { migrations } from '../../store/sqlite/migrations/index.ts';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.ts';
import { temporaryFolder, testKey } from '../test-desk.ts';
import { runFlips } from './flips.ts';
import { openOnFullDisk, runFullDisk } from './full-disk.ts';
import { runKills } from './kill-rounds.ts';
import { firstMigrations, makeOldDatabase, oldTickets } from './old-database.ts';
import { verify } from './verify.ts';

/** Generous: the machine may be busy with the other tests. */
const patienceMs = 400_000;

const names = Object.keys(migrations);
const keys = { keyHex: testKey, formerKeys: [] };

describe('the crash run that `npm test` and `npm run crash` make longer', () => {
  it(
    'kills at random moments and finds nothing lost, torn or broken',
    async () => {
      const { total, reopenMs } = await runKills(4, 7, () => undefined);
      expect(total).toMatchObject({ lost: 0, torn: 0, brokenChains: 0, badBackups: 0, isFileWhole: true });
      expect(reopenMs).toHaveLength(4);
    },
    patienceMs,
  );

  it(
    'flips bits, notices each of them, and has the records back from a backup',
    async () => {
      expect(await runFlips(20, 7)).toMatchObject({
        unnoticed: 0,
        crashes: [],
        restores: 1,
        failedRestores: 0,
      });
    },
    patienceMs,
  );

  it(
    'fills a disk, is told so, and goes on once there is room',
    async ({ skip }) => {
      const report = await runFullDisk(2);
      if (report === null) skip('This user may not mount a small disk here.');
      expect(report).toMatchObject({ lost: 0, torn: 0, unclear: [], stuck: 0 });
    },
    patienceMs,
  );
});

it('a disk that is full at the start is named, and nothing is lost', async ({ skip }) => {
  const reason = await openOnFullDisk();
  if (reason === null) skip('This user may not mount a small disk here.');
  expect(reason).toBe('diskFull');
});

describe('a database of an earlier version', () => {
  it.each(names.map((name, index) => [name, index + 1] as const))(
    '(%s) is brought to the newest form',
    async (_name, steps) => {
      const folder = temporaryFolder();
      await makeOldDatabase(folder.file, testKey, steps);
      await (await openSqliteStore(folder.file, testKey)).close();
      expect(await verify(folder.file, keys, new Map())).toEqual({
        tickets: oldTickets,
        lost: 0,
        torn: 0,
        brokenChains: 0,
        isFileWhole: true,
        badBackups: 0,
      });
      folder.remove();
    },
  );

  it.each(names.map((name, index) => [name, index] as const).slice(1))(
    'keeps everything when its update fails at %s, and goes on from there',
    async (name, index) => {
      const folder = temporaryFolder();
      await makeOldDatabase(folder.file, testKey, index);
      const failing = {
        ...firstMigrations(index),
        [name]: {
          up: async (db: Parameters<Migration['up']>[0]) => {
            await migrations[name]?.up(db);
            throw new CallError('internal', 'The power went.');
          },
        },
      };
      await expect(openSqliteStore(folder.file, testKey, failing)).rejects.toThrow('The power went.');
      await (await openSqliteStore(folder.file, testKey)).close();
      expect(await verify(folder.file, keys, new Map())).toMatchObject({ tickets: oldTickets, torn: 0 });
      folder.remove();
    },
  );

  it('is refused, and stays as it is, when it is newer than the app', async () => {
    const folder = temporaryFolder();
    await makeOldDatabase(folder.file, testKey, names.length);
    const older = openSqliteStore(folder.file, testKey, firstMigrations(names.length - 1));
    const failure = await older.catch((error: unknown) => error);
    expect(failure instanceof CallError && storeFailureOf(failure)).toBe('newerThanApp');
    expect((await verify(folder.file, keys, new Map())).tickets).toBe(oldTickets);
    expect(readdirSync(dirname(folder.file)).filter((file) => file.includes('aside'))).toEqual([]);
    folder.remove();
  });
});
