import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFile, syncFolder } from '../../../files/durable.ts';
import { listBackups, PART_SUFFIX } from './backup-files.ts';
import { verifyBackup } from './make-backup.ts';
import { findKey, type KeyRing, withConnection } from './restore.ts';

/**
 * Gives every backup of a former key the present one. Each is written anew beside the old one, which goes only when the
 * new one was read to its end; one that is damaged, or of another key, stays as it is.
 */
export async function rekeyBackups(folder: string, keys: KeyRing): Promise<void> {
  for (const { name } of listBackups(folder)) {
    const backup = join(folder, name);
    const key = keyOf(backup, keys);
    if (key !== null && key !== keys.keyHex) await rekeyBackup(folder, backup, key, keys.keyHex);
  }
}

function keyOf(backup: string, keys: KeyRing): string | null {
  try {
    return findKey(backup, keys);
  } catch {
    return null;
  }
}

async function rekeyBackup(folder: string, backup: string, keyHex: string, newKeyHex: string): Promise<void> {
  const part = `${backup}${PART_SUFFIX}`;
  try {
    copyFileSync(backup, part, constants.COPYFILE_FICLONE);
    await withConnection(part, keyHex, (connection) => connection.pragma(`rekey = "x'${newKeyHex}'"`));
    await verifyBackup(part, newKeyHex);
    syncFile(part);
    renameSync(part, backup);
    syncFolder(folder);
  } catch {
    // It can be restored with its former key all the same, which the key record keeps.
    rmSync(part, { force: true });
  }
}
