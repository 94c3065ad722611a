import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreDiagnosis } from '../../../../core/contract/safety-calls.ts';
import { backupFolderOf, listBackups } from './backup-files.ts';
import { hasPageOfKey, isPlaintextDatabase } from './cipher.ts';
import { appliedMigrations } from './migrate.ts';
import { findPageFault } from './page-check.ts';
import { withConnection } from './restore.ts';

/** What can be said of a closed database without a word of what is in it. Never throws. */
export async function diagnose(file: string, keyHex: string | null): Promise<StoreDiagnosis> {
  const isThere = existsSync(file);
  const doesKeyFit = keyHex === null || !isThere ? null : orNull(() => hasPageOfKey(file, keyHex));
  const opened =
    keyHex !== null && doesKeyFit === true ? await lookInside(file, keyHex) : { fault: null, migrations: [] };
  return {
    fileBytes: sizeOf(file),
    logBytes: sizeOf(`${file}-wal`),
    freeBytes: orNull(() => {
      const { bavail, bsize } = statfsSync(dirname(file));
      return bavail * bsize;
    }),
    isEncrypted: isThere ? orNull(() => !isPlaintextDatabase(file)) : null,
    doesKeyFit,
    ...opened,
    backups: listBackups(backupFolderOf(file)).length,
  };
}

async function lookInside(
  file: string,
  keyHex: string,
): Promise<Pick<StoreDiagnosis, 'fault' | 'migrations'>> {
  try {
    return await withConnection(file, keyHex, (connection) => ({
      migrations: appliedMigrations(connection),
      fault: findPageFault(connection),
    }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { fault: code, migrations: [] };
  }
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

function orNull<Result>(look: () => Result): Result | null {
  try {
    return look();
  } catch {
    return null;
  }
}
