import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Backup, type BackupKind, backupKindSchema } from '../../../../core/contract/safety-calls.ts';

/** A half-made backup; it gets its real name only once it was read through. */
export const PART_SUFFIX = '.part';

const NAME = /^resetdesk-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-(\w+)\.db$/;

/** Backups lie beside the database, so that whoever copies the folder has both. */
export function backupFolderOf(databaseFile: string): string {
  return join(dirname(databaseFile), 'backups');
}

/** For example `resetdesk-20261125-221706-daily.db`; the time is UTC. */
export function backupName(kind: BackupKind, at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `resetdesk-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${kind}.db`;
}

/** Null for a file that is not a backup of ours. */
export function parseBackupName(name: string): { readonly kind: BackupKind; readonly madeAt: number } | null {
  const [, year, month, day, hour, minute, second, word] = NAME.exec(name) ?? [];
  const kind = backupKindSchema.safeParse(word);
  const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return kind.success && Number.isFinite(madeAt) ? { kind: kind.data, madeAt } : null;
}

/** Newest first. A folder that can not be read, or is not there yet, holds none; making a backup in it says why. */
export function listBackups(folder: string): Backup[] {
  const backups = readFolder(folder).flatMap((name): Backup[] => {
    const parsed = parseBackupName(name);
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    return parsed === null || stats === undefined ? [] : [{ name, ...parsed, sizeBytes: stats.size }];
  });
  return backups.sort((a, b) => b.madeAt - a.madeAt || b.name.localeCompare(a.name));
}

/** Makes the folder if need be, for this user only, and clears away what an interrupted backup left. */
export function prepareBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readFolder(folder))
    if (name.includes(PART_SUFFIX)) rmSync(join(folder, name), { force: true });
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
