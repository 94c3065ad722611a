import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The name that a file has until it is whole, in the same folder. It does not grow with the file's own name, which may be as
 * long as the disk takes.
 */
export function partFileOf(file: string): string {
  return join(dirname(file), `.${randomUUID()}.resetdesk-part`);
}

/** Removes what was written so far. Answers false when it may still be there. */
export async function removePart(partFile: string): Promise<boolean> {
  try {
    await rm(partFile, { force: true });
    return true;
  } catch (error) {
    // No folder of that name, so no file in it either.
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
  }
}
