import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable.ts';
import { fileRefusal, refusalFor } from './file-failure.ts';
import { partFileOf, removePart } from './part-file.ts';

/** Readable by this user only, until it is handed out. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

export interface WriteOptions {
  /** Makes the folder, for this user only, when it is not there. */
  readonly makesFolder?: boolean;
  /** Is called when the file is written, before it gets its name, so that none goes out unseen. */
  readonly beforeNaming?: (partFile: string) => Promise<void>;
}

/**
 * Writes a whole file or none, for good; what had its name before stays until then.
 *
 * @throws CallError `refused` with the reason when it can not be written there
 */
export async function writeWholeFile(
  file: string,
  content: string | Uint8Array,
  { makesFolder = false, beforeNaming }: WriteOptions = {},
): Promise<void> {
  const part = partFileOf(file);
  try {
    if (makesFolder) await mkdir(dirname(file), { recursive: true, mode: OWN_FOLDER });
    const handle = await open(part, 'wx', OWN_FILE);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await beforeNaming?.(part);
    await rename(part, file).catch((error: unknown) => {
      throw whyNotNamed(error, file);
    });
    syncFolder(dirname(file));
  } catch (error) {
    await removePart(part);
    throw fileRefusal(error);
  }
}

/** The same at once, for small files that nothing may overtake. */
export function writeWholeFileSync(file: string, content: string): void {
  const part = partFileOf(file);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: OWN_FOLDER });
    const handle = openSync(part, 'wx', OWN_FILE);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, file);
    syncFolder(dirname(file));
  } catch (error) {
    removeQuietly(part);
    throw fileRefusal(error);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is gone, or can not be written; the first failure is the one to tell.
  }
}

/** Windows says of a file that another program holds open that it may not be replaced. */
function whyNotNamed(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const isHeld = process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES') && existsSync(file);
  return isHeld ? refusalFor('inUse') : error;
}
