import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '../../core/contract/errors.ts';
import { fileRefusal } from '../files/file-failure.ts';
import { isOrdinaryFile } from '../files/read-file.ts';
import { unicodeText } from '../files/unicode-text.ts';

/** The part of electron-store that is used: a JSON file's content, written whole or not at all. */
export interface BackingStore {
  store: Record<string, unknown>;
}

export type OpenBackingStore = (options: {
  /** The file's name without `.json`. */
  readonly name: string;
  readonly cwd: string;
}) => BackingStore;

/**
 * How the file was found. `partlyKnown`: some values are not known to this version; they stay in the file and count as not
 * given. `lost`: it was damaged and there was no good copy. `newer`: it is whole, but of a form that this version does not
 * know. `unreadable`: it is there, but the computer does not let it be read now. The latter two stay where they are.
 */
export type FileState = 'missing' | 'good' | 'partlyKnown' | 'restored' | 'lost' | 'newer' | 'unreadable';

export interface LocalStore<Content> {
  readonly fileState: FileState;
  /** Null while nothing has been written. */
  read(): Content | null;
  /** The same, as another computer may have written it meanwhile; what can not be understood now leaves it as it was. */
  readAnew(): Content | null;
  /**
   * What is in the file and was not understood stays in it, or, with a file that was not understood at all, under another name.
   *
   * @throws CallError `refused` while the file is unreadable, or can not be written
   */
  write(content: Content): void;
}

/** What an object from the file is: content, of which a part may not be known, or of a later version, or of another program. */
export type Understood<Content> =
  | { readonly content: Content; readonly isPartlyKnown: boolean }
  | 'newer'
  | 'damaged';

export interface LocalStoreOptions<Content> {
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  readonly understand: (object: Readonly<Record<string, unknown>>) => Understood<Content>;
  /** Fields that are not written stay as they are in the file: they are a later version's. */
  readonly keepsOtherFields: boolean;
  readonly open: OpenBackingStore;
  /** Epoch ms. */
  readonly now: () => number;
}

interface Loaded<Content> {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly content: Content;
  readonly isPartlyKnown: boolean;
}

/**
 * A small JSON file of this computer that survives damage: a file whose content makes no sense is moved aside, never
 * overwritten, and the last good copy takes its place. One that a later version wrote, or that can not be read at all (a
 * right, a disk that is away), is left alone.
 */
export function openLocalStore<Content extends object>(
  options: LocalStoreOptions<Content>,
): LocalStore<Content> {
  const { folder, name, understand } = options;
  const file = join(folder, `${name}.json`);
  const goodCopy = join(folder, `${name}.last-good.json`);
  const moveAside = (why: 'damaged' | 'newer') =>
    renameSync(file, join(folder, `${name}.${why}-${options.now()}.json`));

  let found: Loaded<Content> | 'missing' | 'lost' | 'newer' | 'unreadable';
  let fileState: FileState;
  try {
    found = load(file, understand);
    fileState = typeof found === 'string' ? found : found.isPartlyKnown ? 'partlyKnown' : 'good';
    if (found === 'lost') moveAside('damaged');
    if (found === 'lost' || found === 'missing') {
      const copy = load(goodCopy, understand);
      if (typeof copy !== 'string') {
        copyFileSync(goodCopy, file);
        found = copy;
        fileState = 'restored';
      }
    }
  } catch {
    found = 'unreadable';
    fileState = 'unreadable';
  }
  if (fileState === 'good' || fileState === 'partlyKnown') copyQuietly(file, goodCopy);

  let loaded: Loaded<Content> | null = typeof found === 'string' ? null : found;
  return {
    fileState,
    read: () => loaded?.content ?? null,
    readAnew() {
      const now = loadQuietly(file, understand);
      if (now !== null) loaded = now;
      return loaded?.content ?? null;
    },
    write(content) {
      if (fileState === 'unreadable')
        throw new CallError(
          'refused',
          'A file of this computer could not be read, so it is not overwritten.',
        );
      if (loaded === null && found === 'newer') moveAside('newer');
      const written: Loaded<Content>['fields'] = Object.fromEntries(Object.entries(content));
      const fields = options.keepsOtherFields ? { ...loaded?.fields, ...written } : written;
      try {
        options.open({ name, cwd: folder }).store = fields;
      } catch (error) {
        throw fileRefusal(error);
      }
      copyQuietly(file, goodCopy);
      loaded = { fields, content, isPartlyKnown: false };
    },
  };
}

/** @throws when the file is there and can not be read */
function load<Content>(
  file: string,
  understand: LocalStoreOptions<Content>['understand'],
): Loaded<Content> | 'missing' | 'lost' | 'newer' {
  if (!existsSync(file)) return 'missing';
  if (!isOrdinaryFile(file)) throw new Error('not a file');
  const fields = objectIn(readFileSync(file));
  if (fields === null) return 'lost';
  const understood = understand(fields);
  if (understood === 'newer') return 'newer';
  return understood === 'damaged' ? 'lost' : { fields, ...understood };
}

/** Null for a file that is not whole, or not there: perhaps it is being written. */
function loadQuietly<Content>(
  file: string,
  understand: LocalStoreOptions<Content>['understand'],
): Loaded<Content> | null {
  try {
    const found = load(file, understand);
    return typeof found === 'string' ? null : found;
  } catch {
    return null;
  }
}

/** Null for what no version writes: no JSON, or another value than an object. */
function objectIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  const text = unicodeText(bytes);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The copy is for a bad day; that it can not be made now is not one. Most starts find it right, and need not wait for the disk. */
function copyQuietly(from: string, to: string): void {
  try {
    if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) copyFileSync(from, to);
  } catch {
    // The file itself is whole.
  }
}
