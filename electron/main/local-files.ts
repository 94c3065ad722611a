import Store from 'electron-store';
import type { KeyRecord } from './key-record.ts';
import { type FileState, type LocalStore, type OpenBackingStore, openLocalStore } from './local-store.ts';
import type { Log } from './log-entry.ts';
import type { SettingsFile } from './settings.ts';
import { understandKey, understandPlace, understandSettings } from './understand-files.ts';
import type { WindowPlace } from './window-bounds.ts';

/** What this computer keeps outside the database. */
export interface LocalFiles {
  readonly settings: LocalStore<SettingsFile>;
  readonly key: LocalStore<KeyRecord>;
  readonly windowPlace: LocalStore<WindowPlace>;
}

/** Readable by this user only: one of them may hold a key. */
const FILE_MODE = 0o600;

/** What the file holds was read and understood already, in any encoding; here it is only written anew. */
const openStore: OpenBackingStore = ({ name, cwd }) =>
  new Store({ name, cwd, configFileMode: FILE_MODE, clearInvalidConfig: true });

export function openLocalFiles(folder: string, log: Log): LocalFiles {
  const common = { folder, open: openStore, now: Date.now };
  const files: LocalFiles = {
    settings: openLocalStore({
      ...common,
      name: 'settings',
      understand: understandSettings,
      keepsOtherFields: true,
    }),
    key: openLocalStore({
      ...common,
      name: 'database-key',
      understand: understandKey,
      // What belongs to another way to keep the key, above all the key itself, must not stay.
      keepsOtherFields: false,
    }),
    windowPlace: openLocalStore({
      ...common,
      name: 'window',
      understand: understandPlace,
      keepsOtherFields: true,
    }),
  };
  for (const [name, { fileState }] of Object.entries(files) as [string, { fileState: FileState }][]) {
    if (fileState === 'restored') log.error('file was damaged, last good copy used', name);
    if (fileState === 'lost') log.error('file was damaged, started anew', name);
    if (fileState === 'partlyKnown') log.info('file has values that are not known', name);
    if (fileState === 'newer') log.error('file is of a later version, left alone', name);
    if (fileState === 'unreadable') log.error('file can not be read, left alone', name);
  }
  return files;
}
