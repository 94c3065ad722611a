import { rmSync } from 'node:fs';

/**
 * Removes a folder of our own with all that is in it, as far as it goes: on Windows another program may still hold a file, which
 * must keep nobody from starting, locking or leaving.
 */
export function clearFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // What is left goes the next time.
  }
}
