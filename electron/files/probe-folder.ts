import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
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
  const probe = partFileOf(join(folder, 'probe'));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      const handle = openSync(probe, 'wx', 0o600);
      try {
        writeSync(handle, PROBE);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    } finally {
      rmSync(probe, { force: true });
    }
    return null;
  } catch (error) {
    const failure = fileFailureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}
