import * as z from 'zod';
import { type KeyRecord, keyRecordSchema } from './key-record.ts';
import type { Understood } from './local-store.ts';
import { type SettingsFile, settingsFileSchema } from './settings.ts';
import { type WindowPlace, windowPlaceSchema } from './window-bounds.ts';

type Fields = Readonly<Record<string, unknown>>;

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
