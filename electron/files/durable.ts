import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A name must never be durable before the bytes that it names. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes renames durable. Windows can not open a folder, and writes its directory through by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some network drives and sticks have no such order; the name is there all the same.
    if (!(error instanceof Error && 'code' in error && /^E(?:INVAL|NOTSUP)$/.test(String(error.code))))
      throw error;
  } finally {
    closeSync(handle);
  }
}
