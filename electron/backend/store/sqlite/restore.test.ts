import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { temporaryFolder, testKey } from '../../testing/test-desk.ts';
import type { Store } from '../ports/store.ts';
import { makeBackup } from './make-backup.ts';
import { migrations } from './migrations/index.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { rekeyBackups } from './rekey-backups.ts';
import { describeBackups, rekeyDatabase, restoreBackup, withConnection } from './restore.ts';
import { completeSwap, preparedFile } from './swap.ts';

const otherKey = '0d'.repeat(32);
const at = Date.UTC(2026, 10, 25, 22, 17, 6);
const act = { at, actor: 'Ada' };

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const filesBeside = () => readdirSync(dirname(folder.file)).sort();

async function withStore<Result>(work: (store: Store) => Promise<Result>, keyHex = testKey): Promise<Result> {
  const store = await openSqliteStore(folder.file, keyHex);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const remember = (text: string, keyHex = testKey) =>
  withStore((store) => store.transact(({ desk }) => desk.putDraft('desk', 'note', text, 1)), keyHex);
const recall = (keyHex = testKey) =>
  withStore((store) => store.transact(({ desk }) => desk.listDrafts('desk')), keyHex).then(
    (drafts) => drafts[0]?.text,
  );

function backUp(keyHex = testKey): Promise<string> {
  const target = join(dirname(folder.file), 'backups');
  const order = { folder: target, keyHex, kind: 'manual', at } as const;
  return withConnection(folder.file, keyHex, (connection) => makeBackup(connection, order)).then(({ name }) =>
    join(target, name),
  );
}

async function reasonOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof CallError) return storeFailureOf(error);
    throw error;
  }
}

const keys = { keyHex: testKey, formerKeys: [] };

describe('restoreBackup', () => {
  it('brings back the records of the backup and keeps the present file aside', async () => {
    await remember('before');
    const backup = await backUp();
    await remember('after');
    const aside = await restoreBackup(folder.file, backup, keys, act);
    expect(await recall()).toBe('before');
    expect(aside).toBe(`${folder.file}.aside-20261125-221706`);
    renameSync(aside, folder.file);
    expect(await recall()).toBe('after');
  });

  it('works where the present file is gone or no database at all', async () => {
    await remember('before');
    const backup = await backUp();
    writeFileSync(folder.file, 'nonsense');
    await restoreBackup(folder.file, backup, keys, act);
    expect(await recall()).toBe('before');
  });

  it('gives a backup from before the last new key the present key', async () => {
    await remember('before');
    const backup = await backUp();
    await rekeyDatabase(folder.file, testKey, otherKey);
    await restoreBackup(folder.file, backup, { keyHex: otherKey, formerKeys: [testKey] }, act);
    expect(await recall(otherKey)).toBe('before');
  });

  it.each([
    ['is damaged', (bytes: Buffer) => bytes.fill(1, 5 * 4096, 5 * 4096 + 50), 'damaged'],
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, 6 * 4096), 'damaged'],
    ['is not encrypted', () => Buffer.from(`SQLite format 3\0${'x'.repeat(9000)}`), 'damaged'],
    ['has another key', () => Buffer.alloc(40_960, 7), 'wrongKey'],
  ])('refuses one that %s, and touches nothing', async (_what, spoil, reason) => {
    await remember('present');
    const backup = await backUp();
    writeFileSync(backup, spoil(readFileSync(backup)));
    const before = readFileSync(folder.file);
    expect(await reasonOf(restoreBackup(folder.file, backup, keys, act))).toBe(reason);
    expect(readFileSync(folder.file).equals(before)).toBe(true);
    expect(await recall()).toBe('present');
  });

  it('refuses one of a later version of the app', async () => {
    const later = { ...migrations, '9999-from-the-future': { up: async () => undefined } };
    await (await openSqliteStore(folder.file, testKey, later)).close();
    const backup = await backUp();
    expect(await reasonOf(restoreBackup(folder.file, backup, keys, act))).toBe('newerThanApp');
    expect(await describeBackups(folder.file, keys)).toMatchObject([{ state: 'newerThanApp' }]);
  });
});

describe('a swap that is cut off', () => {
  /** Leaves everything as it is after the first `steps` of the renames. */
  async function cutOff(steps: number): Promise<string> {
    await remember('old');
    const backup = await backUp();
    await remember('newer');
    // A log beside the file, as after a crash.
    writeFileSync(`${folder.file}-wal`, '');
    const aside = `${folder.file}.aside-x`;
    writeFileSync(preparedFile(folder.file), readFileSync(backup));
    writeFileSync(`${folder.file}.swap`, aside);
    const renames = [
      [folder.file, aside],
      [`${folder.file}-wal`, `${aside}-wal`],
      [preparedFile(folder.file), folder.file],
    ] as const;
    for (const [from, to] of renames.slice(0, steps)) renameSync(from, to);
    return aside;
  }

  it.each([0, 1, 2, 3])('after %i renames is finished at the next start', async (steps) => {
    const aside = await cutOff(steps);
    expect(await recall()).toBe('old');
    expect(existsSync(aside)).toBe(true);
    expect(filesBeside().filter((name) => name.includes('swap') || name.includes('prepared'))).toEqual([]);
  });

  it('changes nothing when there was none', async () => {
    await remember('old');
    completeSwap(folder.file);
    expect(await recall()).toBe('old');
  });
});

describe('rekeyDatabase', () => {
  it('leaves one database, which opens with the new key only', async () => {
    await remember('kept');
    await rekeyDatabase(folder.file, testKey, otherKey);
    expect(filesBeside()).toEqual(['records.db', 'records.db.head']);
    expect(await recall(otherKey)).toBe('kept');
    expect(await reasonOf(openSqliteStore(folder.file, testKey))).toBe('wrongKey');
  });

  it('takes along what was only in the log of a killed program', async () => {
    const store = await openSqliteStore(folder.file, testKey);
    await store.transact(({ desk }) => desk.putDraft('desk', 'note', 'in the log', 1));
    // As a killed program leaves it: the log not yet in the file.
    const copy = ['', '-wal'].map((part) => readFileSync(`${folder.file}${part}`));
    await store.close();
    for (const [index, part] of ['', '-wal'].entries())
      writeFileSync(`${folder.file}${part}`, copy[index] ?? '');
    await rekeyDatabase(folder.file, testKey, otherKey);
    expect(await recall(otherKey)).toBe('in the log');
  });

  it('removes a copy with the former key that a crash left, once the new one opens', async () => {
    await remember('kept');
    writeFileSync(`${folder.file}.former-key`, 'old');
    await recall();
    expect(filesBeside()).toEqual(['records.db', 'records.db.head']);
  });

  it('with a wrong key changes nothing', async () => {
    await remember('kept');
    expect(await reasonOf(rekeyDatabase(folder.file, otherKey, testKey))).toBe('damaged');
    expect(await recall()).toBe('kept');
  });
});

describe('describeBackups', () => {
  it('tells which are good and how far they reach', async () => {
    await remember('x');
    await backUp();
    expect(await describeBackups(folder.file, keys)).toEqual([
      expect.objectContaining({ kind: 'manual', madeAt: at, state: 'good', lastTicketNumber: 0 }),
    ]);
    const foreign = { keyHex: otherKey, formerKeys: [] };
    expect(await describeBackups(folder.file, foreign)).toMatchObject([
      { state: 'wrongKey', lastTicketNumber: null },
    ]);
  });
});

describe('rekeyBackups', () => {
  it('gives backups of a former key the present one, and leaves the others as they are', async () => {
    await remember('first');
    const backup = await backUp();
    await rekeyDatabase(folder.file, testKey, otherKey);
    const foreign = join(dirname(backup), 'resetdesk-20260101-000000-daily.db');
    writeFileSync(foreign, Buffer.alloc(8192, 7));
    await rekeyBackups(dirname(backup), { keyHex: otherKey, formerKeys: [testKey] });
    expect(await reasonOf(restoreBackup(folder.file, backup, keys, act))).toBe('wrongKey');
    await restoreBackup(folder.file, backup, { keyHex: otherKey, formerKeys: [] }, act);
    expect(await recall(otherKey)).toBe('first');
    expect(readFileSync(foreign).equals(Buffer.alloc(8192, 7))).toBe(true);
    expect(readdirSync(dirname(backup)).sort()).toEqual([basename(foreign), basename(backup)].sort());
  });
});
