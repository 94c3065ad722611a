import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstMigrations, makeOldDatabase, oldTickets } from '../../testing/crash/old-database.ts';
import { openTestDesk, temporaryFolder, testKey } from '../../testing/test-desk.ts';
import { backupFolderOf } from './backup-files.ts';
import { formerNames } from './migrations/former-names.ts';
import { migrations } from './migrations/index.ts';
import { openSqliteStore, rescueDatabase } from './open-sqlite-store.ts';
import { describeBackups, restoreBackup, withConnection } from './restore.ts';

const lastFormer = Object.keys(migrations).indexOf('0019-firmware-version') + 1;
const act = { at: Date.UTC(2026, 0, 1), actor: 'Ada' };
const keys = { keyHex: testKey, formerKeys: [] };

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A database as it was while migrations had their former names. */
async function makeWithFormerNames(file: string): Promise<void> {
  await makeOldDatabase(file, testKey, lastFormer);
  await withConnection(file, testKey, (connection) => {
    for (const [former, present] of Object.entries(formerNames))
      connection.prepare('update kysely_migration set name = ? where name = ?').run([former, present]);
  });
}

const namesIn = (file: string) =>
  withConnection(file, testKey, (connection) =>
    connection.prepare('select name from kysely_migration order by name').pluck().all(),
  );

async function countTickets(file: string): Promise<number> {
  const desk = await openTestDesk(file);
  const { counts } = await desk.call('queue.counts', {});
  await desk.close();
  return counts.open;
}

describe('the numbers of migrations', () => {
  it('begin with 1 and have neither gaps nor doubles, in the folder as in the list', () => {
    const files = readdirSync(join(import.meta.dirname, 'migrations')).filter((name) => /^\d/.test(name));
    expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(migrations));
    expect(Object.keys(migrations).map((name) => Number(name.slice(0, 4)))).toEqual(
      Object.keys(migrations).map((_, index) => index + 1),
    );
  });

  it('were others once: each former name stands for a present one', () => {
    expect(Object.values(formerNames).filter((name) => !Object.hasOwn(migrations, name))).toEqual([]);
    expect(Object.keys(formerNames).filter((name) => Object.hasOwn(migrations, name))).toEqual([]);
  });
});

describe('a database whose migrations have their former names', () => {
  it('is opened with all that it has, and carries the present names from then on', async () => {
    await makeWithFormerNames(folder.file);
    expect(await namesIn(folder.file)).toContain('0033-firmware-version');
    expect(await countTickets(folder.file)).toBe(oldTickets);
    expect(await namesIn(folder.file)).toEqual(Object.keys(migrations));
    expect(await countTickets(folder.file)).toBe(oldTickets);
  });

  it('is good as a backup, and can be restored', async () => {
    await makeWithFormerNames(folder.file);
    await (await openSqliteStore(folder.file, testKey)).close();
    const [backup] = await describeBackups(folder.file, keys);
    expect(backup).toMatchObject({ kind: 'beforeUpdate', state: 'good', lastTicketNumber: oldTickets });
    const path = join(backupFolderOf(folder.file), backup?.name ?? '');
    expect(await namesIn(path)).toContain('0033-firmware-version');
    await restoreBackup(folder.file, path, keys, act);
    expect(await countTickets(folder.file)).toBe(oldTickets);
  });

  it('can be rescued', async () => {
    await makeWithFormerNames(folder.file);
    expect((await rescueDatabase(folder.file, testKey, act)).report).toMatchObject({ tickets: oldTickets });
    expect(await countTickets(folder.file)).toBe(oldTickets);
  });

  it('is refused by a version that knows only the former names', async () => {
    await makeWithFormerNames(folder.file);
    await (await openSqliteStore(folder.file, testKey)).close();
    const former = Object.entries(firstMigrations(lastFormer)).map(([name, migration]) => [
      Object.keys(formerNames).find((key) => formerNames[key] === name) ?? name,
      migration,
    ]);
    await expect(openSqliteStore(folder.file, testKey, Object.fromEntries(former))).rejects.toThrow(
      'newerThanApp',
    );
  });
});
