import Store from 'electron-store';
import { type KeyRecord, keyRecordSchema } from './key-record.ts';
import { type FileState, type LocalStore, type OpenBackingStore, openLocalStore } from './local-store.ts';
import type { Log } from './log-entry.ts';
import { type SettingsFile, settingsFileSchema } from './settings.ts';
import { type WindowPlace, windowPlaceSchema } from './window-bounds.ts';

/** What this computer keeps outside the database. */
export interface LocalFiles {
  readonly settings: LocalStore<SettingsFile>;
  readonly key: LocalStore<KeyRecord>;
  readonly windowPlace: LocalStore<WindowPlace>;
}

/** Readable by this user only: one of them may hold a key. */
const FILE_MODE = 0o600;

const openStore: OpenBackingStore = ({ name, cwd }) =>
  new Store({ name, cwd, configFileMode: FILE_MODE, clearInvalidConfig: false });

export function openLocalFiles(folder: string, log: Log): LocalFiles {
  const common = { folder, open: openStore, now: Date.now };
  const files: LocalFiles = {
    settings: openLocalStore({ ...common, name: 'settings', schema: settingsFileSchema }),
    key: openLocalStore({ ...common, name: 'database-key', schema: keyRecordSchema }),
    windowPlace: openLocalStore({ ...common, name: 'window', schema: windowPlaceSchema }),
  };
  for (const [name, { fileState }] of Object.entries(files) as [string, { fileState: FileState }][]) {
    if (fileState === 'restored') log.error('file was damaged, last good copy used', name);
    if (fileState === 'lost') log.error('file was damaged, started anew', name);
    if (fileState === 'unreadable') log.error('file can not be read, left alone', name);
  }
  return files;
}
