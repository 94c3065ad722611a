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
export function readOrdinaryFile(file: string, maxBytes: number): Promise<Uint8Array | ReadFailure> {
  return readIf<never>(file, 0, maxBytes, () => null);
}

/**
 * The same for a file that another program was to write just now, so it is no link.
 *
 * @param since ms; what was last written before is not what was asked for, and not read
 */
export function readNewFile(
  file: string,
  maxBytes: number,
  since: number,
): Promise<Uint8Array | ReadFailure | 'old'> {
  return readIf(file, constants.O_NOFOLLOW ?? 0, maxBytes, ({ mtimeMs }) => (mtimeMs < since ? 'old' : null));
}

async function readIf<Objection extends string>(
  file: string,
  flags: number,
  maxBytes: number,
  objectionTo: (stats: Stats) => Objection | null,
): Promise<Uint8Array | ReadFailure | Objection> {
  let handle: FileHandle | null = null;
  try {
    // Without waiting (Windows has no word for it): a pipe that nobody writes into would never open.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
    // Of what was opened: a path can lead to something else a moment later.
    const stats: Stats = await handle.stat();
    if (!stats.isFile()) return 'notAFile';
    const objection = objectionTo(stats);
    if (objection !== null) return objection;
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
