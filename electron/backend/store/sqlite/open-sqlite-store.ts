import { existsSync, renameSync, rmSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { storeFailed } from '../../../../core/contract/errors.ts';
import type { Tables } from '../kysely/tables.ts';
import { migrations } from '../migrations/index.ts';
import type { Store } from '../ports.ts';
import { backupFolderOf } from './backup-files.ts';
import { hasPageOfKey, isPlaintextDatabase } from './cipher.ts';
import { type Connection, configure, connect } from './connection.ts';
import { ResetDeskSqliteDialect } from './dialect.ts';
import { translateFailure } from './failure.ts';
import { makeBackup } from './make-backup.ts';
import { hasOldForm, migrate, refuseForeignForm } from './migrate.ts';
import { SqliteStore } from './sqlite-store.ts';

/**
 * Opens the encrypted database, making it if there is no such file. An existing file is never replaced, and one that
 * can not be opened is not touched.
 *
 * @param keyHex 32 bytes, lower-case hex; used as it is, without a key derivation
 * @throws CallError `store_failed` with the reason
 */
export async function openSqliteStore(
  file: string,
  keyHex: string,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<Store> {
  try {
    if (!existsSync(file)) await createDatabase(file, keyHex, known);
    if (isPlaintextDatabase(file))
      throw storeFailed('damaged', 'This file is not encrypted, so it is not a ResetDesk database.');
    const connection = await openExisting(file, keyHex);
    return await startStore(connection, known, (source) => backUpBeforeUpdate(source, file, keyHex));
  } catch (error) {
    throw translateFailure(error);
  }
}

async function startStore(
  connection: Connection,
  known: Readonly<Record<string, Migration>>,
  beforeUpdate: (connection: Connection) => Promise<unknown>,
): Promise<Store> {
  try {
    refuseForeignForm(connection, known);
    configure(connection);
    if (hasOldForm(connection, known)) await beforeUpdate(connection);
    const db = new Kysely<Tables>({ dialect: new ResetDeskSqliteDialect(connection) });
    await migrate(db, known);
    return new SqliteStore(db);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Whatever a migration may do, the database as it was can be had back. */
function backUpBeforeUpdate(source: Connection, file: string, keyHex: string): Promise<unknown> {
  const folder = backupFolderOf(file);
  return makeBackup(source, { folder, keyHex, kind: 'beforeUpdate', at: Date.now() });
}

/** Opens and reads the first page, which is where a wrong key shows. */
async function openExisting(file: string, keyHex: string): Promise<Connection> {
  const connection = await connect(file, keyHex, { mustExist: true });
  try {
    connection.prepare('select count(*) from sqlite_master').get();
    return connection;
  } catch (error) {
    connection.close();
    if (!isNotADatabase(error)) throw error;
    if (hasPageOfKey(file, keyHex)) throw storeFailed('damaged', 'A part of the database can not be read.');
    throw storeFailed('wrongKey', 'The key does not open this database.');
  }
}

/**
 * Makes the database beside its place and moves it there when it is whole and shown to be encrypted, so that a crash
 * never leaves half a database under the real name.
 */
async function createDatabase(
  file: string,
  keyHex: string,
  known: Readonly<Record<string, Migration>>,
): Promise<void> {
  if (existsSync(`${file}-wal`))
    throw storeFailed('damaged', 'The database is missing, but its latest changes are there.');
  const draft = `${file}.new`;
  removeDatabase(draft);
  const connection = await connect(draft, keyHex, { mustExist: false });
  try {
    configure(connection);
    const db = new Kysely<unknown>({ dialect: new ResetDeskSqliteDialect(connection) });
    await migrate(db, known);
  } finally {
    connection.close();
  }
  if (isPlaintextDatabase(draft) || (await opensWithAnotherKey(draft, keyHex))) {
    removeDatabase(draft);
    throw storeFailed('unknown', 'The database engine did not encrypt the new database.');
  }
  renameSync(draft, file);
}

/** Encryption that was not switched on accepts every key. */
async function opensWithAnotherKey(file: string, keyHex: string): Promise<boolean> {
  const otherKey = Buffer.from(keyHex, 'hex').map((byte) => byte ^ 0xff);
  const connection = await connect(file, Buffer.from(otherKey).toString('hex'), { mustExist: true });
  try {
    connection.prepare('select count(*) from sqlite_master').get();
    return true;
  } catch (error) {
    if (isNotADatabase(error)) return false;
    throw error;
  } finally {
    connection.close();
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}

function isNotADatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
}
