import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileFailure } from '../../core/file-failure.ts';
import { fileFailureOf } from './file-failure.ts';
import { partFileOf } from './part-file.ts';

/** As much as a start writes before a person does anything. */
const PROBE = Buffer.alloc(256 * 1024, 1);

/**
 * Why this user can not write into a folder, which is made when it is not there; null when it can.
 *
 * @throws an error that is none of the file system's
 */
export function whyNotWritable(folder: string): FileFailure | null {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) return 'nameTaken';
    writeProbe(partFileOf(join(folder, 'probe')));
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return 'nameTaken';
    const failure = fileFailureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}

/** One by one: where Node makes several at once, it tells of a disk that can only be read that the folder is not there. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function writeProbe(file: string): void {
  try {
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeFileSync(handle, PROBE);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } finally {
    rmSync(file, { force: true });
  }
}
