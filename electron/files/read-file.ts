import { constants, type Stats, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * Why a file was not read. `notAFile`: a folder, a device, a pipe or a socket, which may have no end.
 */
export type ReadFailure = 'notAFile' | 'tooLarge' | 'unreadable';

const PART_BYTES = 1024 * 1024;

/**
 * The bytes of an ordinary file, or why there are none. The size is taken of what was read: a file can grow meanwhile, and
 * those that the system makes up say nothing of theirs.
 */
export async function readOrdinaryFile(file: string, maxBytes: number): Promise<Uint8Array | ReadFailure> {
  let handle: FileHandle | null = null;
  try {
    // Without waiting (Windows has no word for it): a pipe that nobody writes into would never open.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats: Stats = await handle.stat();
    if (!stats.isFile()) return 'notAFile';
    if (stats.size > maxBytes) return 'tooLarge';
    return (await readUpTo(handle, maxBytes)) ?? 'tooLarge';
  } catch {
    return 'unreadable';
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** Null when there is more. */
async function readUpTo(handle: FileHandle, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let total = 0;
  while (total <= maxBytes) {
    const part = Buffer.allocUnsafe(PART_BYTES);
    const { bytesRead } = await handle.read(part, 0, PART_BYTES, null);
    if (bytesRead === 0) return Buffer.concat(parts, total);
    parts.push(part.subarray(0, bytesRead));
    total += bytesRead;
  }
  return null;
}

/** Is this a file with an end, for those who open it in their own way? */
export function isOrdinaryFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
