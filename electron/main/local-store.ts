import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';

/** The part of electron-store that is used: all of a JSON file's content, written atomically. */
export interface BackingStore {
  store: Record<string, unknown>;
}

export type OpenBackingStore = (options: {
  /** The file's name without `.json`. */
  readonly name: string;
  readonly cwd: string;
}) => BackingStore;

/** How the file was found: `lost` means that it was damaged and there was no good copy. */
export type FileState = 'missing' | 'good' | 'restored' | 'lost';

export interface LocalStore<Content> {
  readonly fileState: FileState;
  /** Null while nothing has been written. */
  read(): Content | null;
  write(content: Content): void;
}

export interface LocalStoreOptions<Content> {
  readonly folder: string;
  readonly name: string;
  readonly schema: z.ZodType<Content>;
  readonly open: OpenBackingStore;
  readonly now: () => number;
}

/**
 * A small JSON file of this computer that survives damage: a file that can not be read is moved aside, never overwritten,
 * and the last good copy takes its place.
 */
export function openLocalStore<Content extends Record<string, unknown>>(
  options: LocalStoreOptions<Content>,
): LocalStore<Content> {
  const { folder, name, schema } = options;
  const file = join(folder, `${name}.json`);
  const goodCopy = join(folder, `${name}.last-good.json`);

  const load = (): { backing: BackingStore; content: Content } | null => {
    if (!existsSync(file)) return null;
    try {
      const backing = options.open({ name, cwd: folder });
      return { backing, content: schema.parse(backing.store) };
    } catch {
      renameSync(file, join(folder, `${name}.damaged-${options.now()}.json`));
      return null;
    }
  };

  const isThere = existsSync(file);
  let loaded = load();
  let fileState: FileState = loaded === null ? 'lost' : 'good';
  if (!isThere) fileState = 'missing';
  if (loaded === null && existsSync(goodCopy)) {
    copyFileSync(goodCopy, file);
    loaded = load();
    if (loaded !== null) fileState = 'restored';
    // What it held was moved aside as well.
    else rmSync(goodCopy);
  }
  if (loaded !== null) copyFileSync(file, goodCopy);

  let content = loaded?.content ?? null;
  const backing = loaded?.backing ?? options.open({ name, cwd: folder });
  return {
    fileState,
    read: () => content,
    write(next) {
      backing.store = next;
      copyFileSync(file, goodCopy);
      content = next;
    },
  };
}
