import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrdinaryFile } from '../../files/read-file.ts';

/** A playbook has some 100 KB; whatever is larger is none. */
const maxFileBytes = 500_000;

/** More files than any desk has, so that a folder chosen by mistake holds nobody up. */
const maxFiles = 100;

/** An editor writes a file in several goes; it is read once these are over. */
const settleMs = 300;

/** A file of the supervisor's folder: its text, or why it was not read, in the words of its author. */
export type FolderFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly fault: string };

/** The playbook files of a folder, one after the other and by name. */
export async function* readPlaybookFolder(folder: string): AsyncGenerator<FolderFile> {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((name) => name.toLowerCase().endsWith('.json') && !name.startsWith('.'))
    .toSorted((one, other) => one.localeCompare(other));
  for (const name of files.slice(0, maxFiles)) yield { name, ...(await readText(join(folder, name))) };
  for (const name of files.slice(maxFiles))
    yield { name, fault: `The folder has more than ${maxFiles} files. Those that come last are not read.` };
}

async function readText(file: string): Promise<{ readonly text: string } | { readonly fault: string }> {
  const read = await readOrdinaryFile(file, maxFileBytes);
  switch (read) {
    case 'notAFile':
      return { fault: 'This is no ordinary file.' };
    case 'tooLarge':
      return { fault: `The file is larger than ${maxFileBytes / 1000} KB, which no procedure is.` };
    case 'unreadable':
      return { fault: 'The file could not be read.' };
    default:
      return { text: new TextDecoder(encodingOf(read)).decode(read) };
  }
}

/** JSON begins with a sign of ASCII, so a zero beside it tells UTF-16 also without a mark. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/**
 * Makes the folder if need be and tells when something in it has changed. Where a folder can not be watched (some
 * network drives) its files are read at the next start.
 *
 * @returns ends the watch
 */
export async function watchPlaybookFolder(folder: string, onChange: () => void): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | null = null;
  try {
    await mkdir(folder, { recursive: true });
    watcher = watch(folder, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, settleMs);
    });
    watcher.on('error', () => watcher?.close());
  } catch {
    // Read-only data folder: no playbooks of one's own, and nothing else is lost.
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}
