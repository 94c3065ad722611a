import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { temporaryFolder, testKey } from '../../testing/test-desk.ts';
import type { Store } from '../ports/store.ts';
import { configure, connect } from './connection.ts';
import { translateFailure } from './failure.ts';
import { migrations } from './migrations/index.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const otherKey = '0d'.repeat(32);
const customer = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  name: 'Anna',
  phones: [],
  emails: [],
  language: null,
  notes: '',
};

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const hashOfFile = () => createHash('sha256').update(readFileSync(folder.file)).digest('hex');

async function makeDatabase(): Promise<void> {
  const store = await openSqliteStore(folder.file, testKey);
  await store.transact(({ customers }) => customers.insert(customer, 1));
  await store.close();
}

const readCustomer = (store: Store) => store.transact(({ customers }) => customers.find(customer.id));

async function reasonOf(opening: Promise<Store>): Promise<string | null> {
  try {
    await (await opening).close();
    return 'opened';
  } catch (error) {
    if (error instanceof CallError) return storeFailureOf(error);
    throw error;
  }
}

function damage(position: number, byte?: number): void {
  const bytes = readFileSync(folder.file);
  bytes[position] = byte ?? (bytes[position] ?? 0) ^ 0xff;
  writeFileSync(folder.file, bytes);
}

describe('the encrypted database', () => {
  it('is made, closed and opened again with what was written', async () => {
    await makeDatabase();
    const store = await openSqliteStore(folder.file, testKey);
    expect(await readCustomer(store)).toEqual({ ...customer, version: 1 });
    await store.close();
    expect(readdirSync(dirname(folder.file))).toEqual(['records.db', 'records.db.head']);
  });

  it('holds neither a plaintext header nor a plaintext word, in the file or in the log beside it', async () => {
    const store = await openSqliteStore(folder.file, testKey);
    await store.transact(({ customers }) => customers.insert({ ...customer, name: 'Wilhelmina' }, 1));
    for (const file of [folder.file, `${folder.file}-wal`]) {
      const bytes = readFileSync(file);
      expect(bytes.length).toBeGreaterThan(1000);
      for (const word of ['SQLite format 3', 'Wilhelmina', 'customers'])
        expect(bytes.includes(word)).toBe(false);
    }
    await store.close();
  });

  it('runs with the settings that durability and rules rest on', async () => {
    await makeDatabase();
    const connection = await connect(folder.file, testKey, { mustExist: true });
    configure(connection);
    const read = (name: string) => connection.pragma(name, { simple: true });
    expect([read('cipher'), read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual([
      'sqlcipher',
      'wal',
      2,
      1,
    ]);
    connection.close();
  });

  it('is refused with another key, and not touched', async () => {
    await makeDatabase();
    const before = hashOfFile();
    expect(await reasonOf(openSqliteStore(folder.file, otherKey))).toBe('wrongKey');
    expect(hashOfFile()).toBe(before);
  });

  it('is called damaged, not locked, when its first page is damaged', async () => {
    await makeDatabase();
    damage(200);
    expect(await reasonOf(openSqliteStore(folder.file, testKey))).toBe('damaged');
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text file', Buffer.from('Dear customer, '.repeat(500))],
    ['a plaintext database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)])],
  ])('never replaces %s that stands in its place', async (_what, bytes) => {
    writeFileSync(folder.file, bytes);
    expect(['damaged', 'wrongKey']).toContain(await reasonOf(openSqliteStore(folder.file, testKey)));
    expect(readFileSync(folder.file).equals(bytes)).toBe(true);
  });

  it('is not made anew while the changes of a missing one are there', async () => {
    writeFileSync(`${folder.file}-wal`, 'changes');
    expect(await reasonOf(openSqliteStore(folder.file, testKey))).toBe('damaged');
    expect(existsSync(folder.file)).toBe(false);
  });

  it('is made although an earlier attempt was cut off', async () => {
    writeFileSync(`${folder.file}.new`, 'half a database');
    await makeDatabase();
    expect(readdirSync(dirname(folder.file))).toEqual(['records.db', 'records.db.head']);
  });

  it('is refused when a later version of the app wrote it, and not touched', async () => {
    const later = { ...migrations, '9999-from-the-future': { up: async () => undefined } };
    await (await openSqliteStore(folder.file, testKey, later)).close();
    const before = hashOfFile();
    expect(await reasonOf(openSqliteStore(folder.file, testKey))).toBe('newerThanApp');
    expect(hashOfFile()).toBe(before);
  });

  it('is refused when it is not one of ours, although the key fits', async () => {
    const connection = await connect(folder.file, testKey, { mustExist: false });
    connection.exec('create table recipes (name text)');
    connection.close();
    expect(await reasonOf(openSqliteStore(folder.file, testKey))).toBe('damaged');
  });

  it('names a folder that can not be written', async () => {
    expect(await reasonOf(openSqliteStore('/dev/null/records.db', testKey))).toBe('unknown');
  });

  it('says so when damage in the middle is met while reading', async () => {
    const store = await openSqliteStore(folder.file, testKey);
    const many = Array.from({ length: 2000 }, (_, index) => index);
    await store.transact(async ({ customers }) => {
      for (const index of many) {
        const id = `0190a0a0-0000-7000-8000-${index.toString().padStart(12, '0')}`;
        await customers.insert({ ...customer, id, name: 'x'.repeat(150) }, index);
      }
    });
    await store.close();
    const pages = readFileSync(folder.file).length / 4096;
    // On opening, the schema is read, from the first pages, and the newest change, from the last ones: most customers are between.
    for (let page = Math.floor(pages / 2); page < Math.floor(0.9 * pages); page += 1)
      damage(page * 4096 + 1000);
    const damaged = await openSqliteStore(folder.file, testKey);
    const reading = damaged.transact(({ customers }) => customers.listLatest(1000));
    await expect(reading).rejects.toThrow(/^damaged /);
    await damaged.close();
  });
});

describe('translateFailure', () => {
  const failure = (code: string) => Object.assign(new Error('engine'), { code });

  it.each([
    ['SQLITE_FULL', 'diskFull'],
    ['ENOSPC', 'diskFull'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_IOERR_WRITE', 'unknown'],
  ])('takes %s as %s', (code, reason) => {
    const error = translateFailure(failure(code));
    expect(error instanceof CallError && storeFailureOf(error)).toBe(reason);
  });

  it('leaves a bug a bug', () => {
    const bug = failure('SQLITE_CONSTRAINT_UNIQUE');
    expect(translateFailure(bug)).toBe(bug);
  });
});
