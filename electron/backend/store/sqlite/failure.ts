import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CallError, storeFailed } from '../../../../core/contract/errors.ts';

/** With less room than this SQLite can not make the two files that it keeps beside a database. */
const NEEDED_BYTES = 64 * 1024;

/**
 * What a fault of the engine or the file system means to the agent. A fault that can only be a bug (a broken
 * constraint, a wrong statement) comes back as it is.
 *
 * @param file what was worked on: SQLite tells some failures on a full disk without saying so
 */
export function translateFailure(error: unknown, file?: string): unknown {
  if (error instanceof CallError) return error;
  const code = codeOf(error);
  if (fullDiskCodes.has(code) || (isEnvironmentCode(code) && file !== undefined && isFull(dirname(file))))
    return storeFailed('diskFull', 'There is no room left on the disk. Nothing was changed.');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return storeFailed('damaged', 'The database can not be read.');
  if (isEnvironmentCode(code)) return storeFailed('unknown', `The database can not be used (${code}).`);
  return error;
}

const fullDiskCodes: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < NEEDED_BYTES;
  } catch {
    return false;
  }
}

const environmentCodes =
  /^(SQLITE_(IOERR|CANTOPEN|READONLY|BUSY|LOCKED|PERM|AUTH|PROTOCOL|NOLFS)|E(ACCES|PERM|NOENT|NOTDIR|ROFS|ISDIR|IO|MFILE))/;

function isEnvironmentCode(code: string): boolean {
  return environmentCodes.test(code);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
