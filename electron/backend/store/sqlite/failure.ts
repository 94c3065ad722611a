import { CallError, storeFailed } from '../../../../core/contract/errors.ts';

/**
 * What a fault of the engine or the file system means to the agent. A fault that can only be a bug (a broken
 * constraint, a wrong statement) comes back as it is.
 */
export function translateFailure(error: unknown): unknown {
  if (error instanceof CallError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return storeFailed('diskFull', 'There is no room left on the disk. Nothing was changed.');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return storeFailed('damaged', 'The database can not be read.');
  if (isEnvironmentCode(code)) return storeFailed('unknown', `The database can not be used (${code}).`);
  return error;
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
