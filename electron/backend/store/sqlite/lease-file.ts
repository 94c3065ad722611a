import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import * as z from 'zod';

/** Who has the database: one program on one computer, and a count that goes up as long as it lives. */
const holderSchema = z.object({
  id: z.uuid(),
  /** The computer's name, to be shown. */
  host: z.string(),
  /** Tells it from another of the same name. */
  computer: z.string(),
  pid: z.int(),
  /** Epoch ms by the holder's own clock; only shown. */
  since: z.number(),
  beat: z.int(),
});
export type Holder = z.infer<typeof holderSchema>;

/** Always as long, so that a beat needs no room on a full disk. */
const FILE_BYTES = 512;
/** None of ours is larger, however long the name of its computer. */
const MOST_BYTES = 4096;

export function leaseFileOf(databaseFile: string): string {
  return `${databaseFile}.lease`;
}

/** Null when there is none; `unclear` for one that is being written, damaged, or none of ours, such as a folder or a pipe. */
export function readHolder(file: string): Holder | 'unclear' | null {
  let text: string;
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > MOST_BYTES) return 'unclear';
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return 'unclear';
  }
}

/** @returns the open file, or null when somebody else has made one */
export function createLeaseFile(file: string, holder: Holder): number | null {
  let handle: number;
  try {
    handle = openSync(file, 'wx+', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  }
  try {
    writeHolder(handle, holder);
    return handle;
  } catch (error) {
    closeSync(handle);
    rmSync(file, { force: true });
    throw error;
  }
}

export function writeHolder(handle: number, holder: Holder): void {
  writeSync(handle, JSON.stringify(holder).padEnd(FILE_BYTES), 0);
  fsyncSync(handle);
}

/**
 * Takes a dead holder's file away. Two may try: the file that was taken must be the one that was found dead, otherwise it is
 * put back. A folder is nobody's lease, but somebody may miss what is in it, so it stays under its other name.
 *
 * @param deadId null for a file that names nobody
 */
export function removeDeadLease(file: string, deadId: string | null, ownId: string): void {
  const taken = `${file}.${ownId}`;
  try {
    renameSync(file, taken);
  } catch (error) {
    // Somebody else was faster.
    if (isMissing(error)) return;
    throw error;
  }
  const holder = readHolder(taken);
  const takenId = holder === null || holder === 'unclear' ? null : holder.id;
  if (takenId !== deadId) renameSync(taken, file);
  else if (!isFolder(taken)) rmSync(taken, { force: true });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
