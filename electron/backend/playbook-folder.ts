import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrdinaryFile } from '../files/read-file.ts';
import type { PlaybookFile } from './playbook-catalog.ts';

/** A playbook has some 100 KB; whatever is larger is none. */
const maxFileBytes = 2_000_000;

/** An editor writes a file in several goes; it is read once these are over. */
const settleMs = 300;

/** The files of a supervisor's folder. A file that can not be read comes as an empty text, which is refused with its name. */
export async function readPlaybookFolder(folder: string): Promise<PlaybookFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.toLowerCase().endsWith('.json') && !name.startsWith('.'));
  return Promise.all(files.map(async (name) => ({ name, text: await readText(join(folder, name)) })));
}

async function readText(file: string): Promise<string> {
  const bytes = await readOrdinaryFile(file, maxFileBytes);
  return typeof bytes === 'string' ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
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
