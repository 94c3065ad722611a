import * as z from 'zod';
import type { KeyRecord } from './key-record.ts';
import { keyRecordSchema } from './key-record.ts';
import { type FileState, type LocalStore, openLocalStore, type Understood } from './local-store.ts';
import type { Log } from './log-entry.ts';
import { type SettingsFile, settingsFileSchema } from './settings.ts';
import { type WindowPlace, windowPlaceSchema } from './window-bounds.ts';

/** What this computer keeps outside the database. */
export interface LocalFiles {
  readonly settings: LocalStore<SettingsFile>;
  readonly key: LocalStore<KeyRecord>;
  readonly windowPlace: LocalStore<WindowPlace>;
}

type Fields = Readonly<Record<string, unknown>>;

export function openLocalFiles(folder: string, log: Log): LocalFiles {
  const common = { folder, now: Date.now };
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

/** Value by value: one that a later version has added costs none of the others. */
export function understandSettings(fields: Fields): Understood<SettingsFile> {
  const { shape } = settingsFileSchema;
  const isKnown = ([name, value]: [string, unknown]) =>
    Object.hasOwn(shape, name) && shape[name as keyof typeof shape].safeParse(value).success;
  const known = Object.entries(fields).filter(isKnown);
  const isPartlyKnown =
    Object.keys(fields).filter((name) => Object.hasOwn(shape, name)).length > known.length;
  return { content: settingsFileSchema.parse(Object.fromEntries(known)), isPartlyKnown };
}

/** Of any version: each says how the key is kept. */
const anyKeyRecordSchema = z.object({ protection: z.string() });

export function understandKey(fields: Fields): Understood<KeyRecord> {
  const record = keyRecordSchema.safeParse(fields);
  if (record.success) return { content: record.data, isPartlyKnown: false };
  return anyKeyRecordSchema.safeParse(fields).success ? 'newer' : 'damaged';
}

export function understandPlace(fields: Fields): Understood<WindowPlace> {
  const place = windowPlaceSchema.safeParse(fields);
  return place.success ? { content: place.data, isPartlyKnown: false } : 'newer';
}
