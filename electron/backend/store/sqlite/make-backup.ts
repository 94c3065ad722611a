import { renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { storeFailed } from '../../../../core/contract/errors.ts';
import type { Backup, BackupKind } from '../../../../core/contract/safety-calls.ts';
import { syncFile, syncFolder } from '../../../files/durable.ts';
import { backupName, listBackups, PART_SUFFIX, prepareBackupFolder } from './backup-files.ts';
import { isPlaintextDatabase } from './cipher.ts';
import { type Connection, connect } from './connection.ts';
import { translateFailure } from './failure.ts';
import { findPageFault } from './page-check.ts';
import { backupsToRemove } from './rotation.ts';

/** Room that a backup leaves for the work: the write-ahead log and the next tickets. */
const RESERVE_BYTES = 64 * 1024 * 1024;

export interface BackupOrder {
  readonly folder: string;
  readonly keyHex: string;
  readonly kind: BackupKind;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Copies the database as it is at this moment into the backup folder, encrypted with the same key. The copy counts, and
 * gets its name, only after it was opened with the key and every page of it was read. Then older ones are removed.
 *
 * @throws CallError `store_failed`; nothing but earlier backups is there then
 */
export async function makeBackup(source: Connection, order: BackupOrder): Promise<Backup> {
  const { folder, kind, at } = order;
  const name = backupName(kind, at);
  const part = join(folder, `${name}${PART_SUFFIX}`);
  try {
    prepareBackupFolder(folder);
    makeRoom(source, folder);
    source.prepare('vacuum into ?').run([part]);
    await verifyBackup(part, order.keyHex);
    syncFile(part);
    renameSync(part, join(folder, name));
    syncFolder(folder);
    removeOld(folder, 0);
    return { name, kind, madeAt: Math.floor(at / 1000) * 1000, sizeBytes: statSync(join(folder, name)).size };
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(`${part}${suffix}`, { force: true });
    throw translateFailure(error);
  }
}

/** @throws CallError `store_failed` unless the file is encrypted, opens with the key and can be read to its end */
export async function verifyBackup(file: string, keyHex: string): Promise<void> {
  if (isPlaintextDatabase(file)) throw storeFailed('unknown', 'The backup was not encrypted.');
  const copy = await connect(file, keyHex, { mustExist: true });
  try {
    const fault = findPageFault(copy);
    if (fault !== null) throw storeFailed('damaged', 'The backup could not be read back.');
  } finally {
    copy.close();
  }
}

/** A backup must not take the room that the work needs, and must not fail because of backups that are older. */
function makeRoom(source: Connection, folder: string): void {
  const pages = Number(source.pragma('page_count', { simple: true }));
  const needed = pages * Number(source.pragma('page_size', { simple: true })) + RESERVE_BYTES;
  if (freeBytes(folder) < needed) removeOld(folder, needed - freeBytes(folder));
  if (freeBytes(folder) < needed) throw storeFailed('diskFull', 'There is no room for a backup on the disk.');
}

function removeOld(folder: string, bytesShort: number): void {
  for (const { name } of backupsToRemove(listBackups(folder), bytesShort)) rmSync(join(folder, name));
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
