import { existsSync, renameSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { storeFailed } from '../../../../core/contract/errors.ts';
import type { RescueReport } from '../../../../core/contract/safety-calls.ts';
import type { Tables } from '../kysely/tables.ts';
import type { Store } from '../ports/store.ts';
import { backupFolderOf } from './backup-files.ts';
import { beginNewLine, canFeed, SqliteChangeFeed } from './change-feed.ts';
import { hasPageOfKey, isPlaintextDatabase } from './cipher.ts';
import { type Connection, configure, connect } from './connection.ts';
import { ResetDeskSqliteDialect } from './dialect.ts';
import { translateFailure } from './failure.ts';
import { canKeepHead } from './head-row.ts';
import { Lease, type LeaseOptions, ordinaryLease, withLease } from './lease.ts';
import { makeBackup } from './make-backup.ts';
import { appliedMigrations, hasOldForm, migrate, refuseForeignForm, renameMigrations } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { type DatabaseFile, noteExchange, openHead, refuseMixedFiles } from './open-head.ts';
import { rescueRows } from './rescue.ts';
import { type Act, asideName, formerKeyCopy } from './restore.ts';
import { SqliteStore } from './sqlite-store.ts';
import { completeSwap, preparedFile, removeDatabase, swapIn } from './swap.ts';
import { WriteAheadLog } from './write-ahead-log.ts';

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
  leaseOptions: LeaseOptions = ordinaryLease,
): Promise<Store> {
  try {
    const lease = await Lease.take(file, leaseOptions);
    try {
      return await openAlone(file, keyHex, known, lease);
    } catch (error) {
      lease.release();
      throw error;
    }
  } catch (error) {
    throw translateFailure(error, file);
  }
}

async function openAlone(
  file: string,
  keyHex: string,
  known: Readonly<Record<string, Migration>>,
  lease: Lease,
): Promise<Store> {
  completeSwap(file);
  if (!existsSync(file)) await createDatabase(file, keyHex, known);
  if (isPlaintextDatabase(file))
    throw storeFailed('damaged', 'This file is not encrypted, so it is not a ResetDesk database.');
  const mainVersion = refuseMixedFiles(file, keyHex);
  const connection = await openExisting(file, keyHex);
  const store = await startStore(connection, { file, keyHex, mainVersion }, known, lease);
  removeDatabase(formerKeyCopy(file));
  return store;
}

async function startStore(
  connection: Connection,
  database: DatabaseFile,
  known: Readonly<Record<string, Migration>>,
  lease: Lease,
): Promise<Store> {
  try {
    refuseForeignForm(connection, known);
    configure(connection);
    if (hasOldForm(connection, known)) await backUpBeforeUpdate(connection, database);
    renameMigrations(connection);
    const db = new Kysely<Tables>({ dialect: new ResetDeskSqliteDialect(connection) });
    await migrate(db, known);
    const head = canKeepHead(connection) ? openHead(connection, database) : null;
    const onMainVersion = (version: number | null) => head?.keeper.noteMainVersion(version);
    const log = new WriteAheadLog(connection, database.file, onMainVersion);
    const hasFeed = canFeed(connection);
    if (hasFeed && head !== null && (head.news !== null || head.isDoubtful)) beginNewLine(connection);
    return new SqliteStore({
      db,
      lease,
      log,
      head,
      feed: hasFeed ? new SqliteChangeFeed(db, connection) : null,
    });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Whatever a migration may do, the database as it was can be had back. */
function backUpBeforeUpdate(source: Connection, { file, keyHex }: DatabaseFile): Promise<unknown> {
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
  await makeEmptyDatabase(draft, keyHex, known);
  renameSync(draft, file);
}

/** Replaces whatever is left under this name. */
async function makeEmptyDatabase(
  draft: string,
  keyHex: string,
  known: Readonly<Record<string, Migration>>,
): Promise<void> {
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
}

/**
 * Puts a new database with everything that can be read of a damaged one in its place. The damaged one must be closed; it
 * is kept aside.
 *
 * @throws CallError `store_failed` when nothing can be read of it; it stays where it is then
 */
export async function rescueDatabase(
  file: string,
  keyHex: string,
  { at, actor }: Act,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<{ aside: string; report: RescueReport }> {
  const rescue = async () => {
    if (isPlaintextDatabase(file)) throw storeFailed('damaged', 'This file is not encrypted.');
    const source = await openExisting(file, keyHex);
    try {
      const report = await fillFrom(source, preparedFile(file), keyHex, known);
      source.close();
      const aside = asideName(file, at);
      const { tickets, lastTicketNumber } = report;
      const entry = { type: 'recordsRescued', tickets, lastTicketNumber } as const;
      noteExchange(file, keyHex, { actor, entry });
      swapIn(file, aside);
      return { aside, report };
    } finally {
      source.close();
    }
  };
  try {
    return await withLease(file, rescue);
  } catch (error) {
    throw translateFailure(error, file);
  }
}

async function fillFrom(
  source: Connection,
  prepared: string,
  keyHex: string,
  known: Readonly<Record<string, Migration>>,
): Promise<RescueReport> {
  refuseForeignForm(source, known);
  // The same form as the damaged one has, so that opening it updates it as usual.
  const had = appliedMigrations(source);
  const same = Object.fromEntries(Object.entries(known).filter(([name]) => had.includes(name)));
  await makeEmptyDatabase(prepared, keyHex, same);
  const target = await connect(prepared, keyHex, { mustExist: true });
  try {
    // Nothing is lost if this is cut off: the damaged database is still in its place.
    target.pragma('synchronous = OFF');
    return rescueRows(source, target);
  } finally {
    target.close();
  }
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

function isNotADatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
}
