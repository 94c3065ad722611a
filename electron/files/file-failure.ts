import { assertNever } from '../../core/assert-never.ts';
import { CallError } from '../../core/contract/errors.ts';
import type { FileFailure } from '../../core/file-failure.ts';

const failures: Readonly<Record<string, FileFailure>> = {
  ENOENT: 'folderGone',
  ENOTDIR: 'folderGone',
  EACCES: 'notPermitted',
  EPERM: 'notPermitted',
  EROFS: 'readOnly',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  ENAMETOOLONG: 'badName',
  EINVAL: 'badName',
  EILSEQ: 'badName',
  EISDIR: 'nameTaken',
  EEXIST: 'nameTaken',
  ENOTEMPTY: 'nameTaken',
  EBUSY: 'inUse',
  ETXTBSY: 'inUse',
  EIO: 'diskFault',
  ENXIO: 'diskFault',
  ENODEV: 'diskFault',
  ESTALE: 'diskFault',
  ENOTCONN: 'diskFault',
  EHOSTDOWN: 'diskFault',
  ETIMEDOUT: 'diskFault',
};

/** What a fault of the file system means to the agent; null for anything else, which is a fault of ours. */
export function fileFailureOf(error: unknown): FileFailure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(failures, code) ? (failures[code] ?? null) : null;
}

/** The failure in the agent's words; an error that is none of the file system's comes back as it is. */
export function fileRefusal(error: unknown): unknown {
  const failure = fileFailureOf(error);
  return failure === null ? error : refusalFor(failure);
}

export function refusalFor(failure: FileFailure): CallError {
  switch (failure) {
    case 'folderGone':
      return new CallError('refused', 'The folder is no longer there. Choose another one.');
    case 'notPermitted':
      return new CallError('refused', 'You may not write files there. Choose another folder.');
    case 'readOnly':
      return new CallError('refused', 'This disk can only be read. Choose another one.');
    case 'diskFull':
      return new CallError(
        'refused',
        'There is not enough room on the disk. Make room, or choose another disk.',
      );
    case 'badName':
      return new CallError(
        'refused',
        'The disk does not take this name. Choose a short one without special characters.',
      );
    case 'nameTaken':
      return new CallError('refused', 'A folder has this name. Choose another name.');
    case 'inUse':
      return new CallError(
        'refused',
        'Another program has the file open. Close it there, or choose another name.',
      );
    case 'diskFault':
      return new CallError(
        'refused',
        'The disk does not answer. See whether it is still connected, or choose another one.',
      );
    default:
      return assertNever(failure);
  }
}
