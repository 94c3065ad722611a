import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CallError } from '../../core/contract/errors.ts';

/** The part of electron-store that is used: all of a JSON file's content, written atomically. */
export interface BackingStore {
  store: Record<string, unknown>;
}

export type OpenBackingStore = (options: {
  /** The file's name without `.json`. */
  readonly name: string;
  readonly cwd: string;
}) => BackingStore;

/**
 * How the file was found. `lost`: it was damaged and there was no good copy. `unreadable`: it is there, but the computer
 * does not let it be read now; it stays where it is, and nothing is written over it.
 */
export type FileState = 'missing' | 'good' | 'restored' | 'lost' | 'newer' | 'unreadable';

export interface LocalStore<Content> {
  readonly fileState: FileState;
  /** Null while nothing has been written. */
  read(): Content | null;
  /** @throws CallError `refused` while the file is unreadable */
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
 * A small JSON file of this computer that survives damage: a file whose content makes no sense is moved aside, never
 * overwritten, and the last good copy takes its place. One that can not be read at all (a right, a disk that is away) is
 * left alone.
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
    } catch (error) {
      if (!isDamage(error)) throw error;
      renameSync(file, join(folder, `${name}.damaged-${options.now()}.json`));
      return null;
    }
  };

  const isThere = existsSync(file);
  let loaded: ReturnType<typeof load>;
  try {
    loaded = load();
  } catch {
    return unreadableStore();
  }
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

/** Not JSON, or not what belongs into this file. Anything else is a fault of the computer, not of the content. */
function isDamage(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.ZodError;
}

function unreadableStore<Content>(): LocalStore<Content> {
  return {
    fileState: 'unreadable',
    read: () => null,
    write() {
      throw new CallError('refused', 'A file of this computer could not be read, so it is not overwritten.');
    },
  };
}
