import { constants, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Migration } from 'kysely/migration';
import { storeFailed } from '../../../../core/contract/errors.ts';
import type { BackupFacts } from '../../../../core/contract/safety-calls.ts';
import { isOrdinaryFile } from '../../../files/read-file.ts';
import { backupFolderOf, listBackups, parseBackupName } from './backup-files.ts';
import { hasPageOfKey, isPlaintextDatabase } from './cipher.ts';
import { type Connection, connect } from './connection.ts';
import { translateFailure } from './failure.ts';
import { withLease } from './lease.ts';
import { verifyBackup } from './make-backup.ts';
import { refuseForeignForm } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { noteExchange, noteNextKey } from './open-head.ts';
import { findPageFault } from './page-check.ts';
import { preparedFile, removeDatabase, swapIn } from './swap.ts';

/** Who does it, and when (epoch ms). */
export interface Act {
  readonly at: number;
  readonly actor: string;
}

export interface KeyRing {
  /** The key of the database. */
  readonly keyHex: string;
  /** Keys that it had before; backups from then have them still. */
  readonly formerKeys: readonly string[];
}

/**
 * Puts a backup in the place of the database, which must be closed and is kept aside. The backup is copied, read to its
 * end and given the present key first; until then nothing is touched.
 *
 * @param backup any database file of ours
 * @returns where the former database is now
 * @throws CallError `store_failed`; the database is as it was then
 */
export async function restoreBackup(
  file: string,
  backup: string,
  keys: KeyRing,
  { at, actor }: Act,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<string> {
  const prepared = preparedFile(file);
  const restore = async () => {
    if (existsSync(backup) && !isOrdinaryFile(backup))
      throw storeFailed('damaged', 'This is no file but a device or a pipe.');
    removeDatabase(prepared);
    copyFileSync(backup, prepared, constants.COPYFILE_FICLONE);
    const key = findKey(prepared, keys);
    await withConnection(prepared, key, (connection) => {
      if (findPageFault(connection) !== null) throw storeFailed('damaged', 'This backup is damaged.');
      refuseForeignForm(connection, known);
      if (key !== keys.keyHex) connection.pragma(`rekey = "x'${keys.keyHex}'"`);
    });
    if (key !== keys.keyHex) await verifyBackup(prepared, keys.keyHex);
    const aside = asideName(file, at);
    const madeAt = parseBackupName(basename(backup))?.madeAt ?? null;
    noteExchange(file, keys.keyHex, { actor, entry: { type: 'recordsRestored', madeAt } });
    swapIn(file, aside);
    return aside;
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    return await withLease(file, restore);
  } catch (error) {
    throw translateFailure(error, file);
  }
}

/**
 * Gives the database, which must be closed, another key. The whole file is written anew beside it and takes its place only
 * when it was read to its end with the new key; the one with the old key is removed then.
 */
export async function rekeyDatabase(file: string, keyHex: string, newKeyHex: string): Promise<void> {
  const prepared = preparedFile(file);
  const rekey = async () => {
    removeDatabase(prepared);
    await withConnection(file, keyHex, (connection) => {
      connection.pragma('temp_store = MEMORY');
      connection.prepare('vacuum into ?').run([prepared]);
    });
    await withConnection(prepared, keyHex, (connection) => connection.pragma(`rekey = "x'${newKeyHex}'"`));
    await verifyBackup(prepared, newKeyHex);
    noteNextKey(file, keyHex, newKeyHex);
    swapIn(file, formerKeyCopy(file));
    removeDatabase(formerKeyCopy(file));
  };
  try {
    await withLease(file, rekey);
  } catch (error) {
    throw translateFailure(error, file);
  }
}

/** The database with its former key, while another is given to it; of no use once the new one opens. */
export function formerKeyCopy(file: string): string {
  return `${file}.former-key`;
}

const asideMark = '.aside-';

/** For example `resetdesk.db.aside-20261125-221706`. */
export function asideName(file: string, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${file}${asideMark}${stamp}`;
}

/** Former databases in a folder, whole ones without their logs. */
export function countSetAside(folder: string): number {
  return readdirSync(folder).filter((name) => name.includes(asideMark) && !/-(?:wal|shm)$/.test(name)).length;
}

/** What each backup holds, newest first; opens every one of them. */
export async function describeBackups(file: string, keys: KeyRing): Promise<BackupFacts[]> {
  const folder = backupFolderOf(file);
  const facts: BackupFacts[] = [];
  for (const backup of listBackups(folder))
    facts.push({ ...backup, ...(await describeBackup(join(folder, backup.name), keys)) });
  return facts;
}

async function describeBackup(
  file: string,
  keys: KeyRing,
): Promise<Pick<BackupFacts, 'state' | 'lastTicketNumber'>> {
  try {
    const key = findKey(file, keys);
    return await withConnection(file, key, (connection) => {
      refuseForeignForm(connection, migrations);
      const number = connection.prepare(`select value from sequences where name = 'ticket'`).pluck().get();
      return { state: 'good', lastTicketNumber: Number(number) } as const;
    });
  } catch (error) {
    const reason = reasonOf(error);
    const state = reason === 'newerThanApp' || reason === 'wrongKey' ? reason : 'damaged';
    return { state, lastTicketNumber: null };
  }
}

function reasonOf(error: unknown): string {
  const failure = translateFailure(error);
  return failure instanceof Error ? (failure.message.split(' ', 1)[0] ?? '') : '';
}

/** @throws CallError `store_failed` when none of the keys opens it */
export function findKey(file: string, { keyHex, formerKeys }: KeyRing): string {
  if (!existsSync(file)) throw storeFailed('unknown', 'The backup is no longer there.');
  if (isPlaintextDatabase(file)) throw storeFailed('damaged', 'This file is not encrypted.');
  const key = [keyHex, ...formerKeys].find((candidate) => hasPageOfKey(file, candidate));
  if (key === undefined) throw storeFailed('wrongKey', 'This backup was locked with another key.');
  return key;
}

export async function withConnection<Result>(
  file: string,
  keyHex: string,
  work: (connection: Connection) => Result | Promise<Result>,
): Promise<Result> {
  const connection = await connect(file, keyHex, { mustExist: true });
  try {
    return await work(connection);
  } finally {
    connection.close();
  }
}
