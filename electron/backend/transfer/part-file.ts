import { rm } from 'node:fs/promises';

/** The name that a file has until it is whole. */
export function partFileOf(file: string): string {
  return `${file}.resetdesk-part`;
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
