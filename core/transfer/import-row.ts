import * as z from 'zod';
import { findSecrets } from '../privacy/secrets-in-text.ts';
import { guessDeviceKind } from '../qr/device-kind.ts';
import { searchKey } from '../search-key.ts';
import { type DeviceKind, type Language, serialSchema } from '../values.ts';
import type { ImportField, ImportMapping, ImportProblem } from './import-table.ts';

/** A row of a foreign table in our terms. */
export interface ImportRow {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly language: Language | null;
  readonly notes: string;
  /** Null for a row without a device. */
  readonly device: { readonly serial: string; readonly model: string; readonly kind: DeviceKind } | null;
}

export type RowReading =
  | { readonly ok: true; readonly row: ImportRow }
  | { readonly ok: false; readonly problem: ImportProblem };

/** As long as an agent can type. */
const limits = { name: 200, phone: 50, email: 254, notes: 4000, model: 80 } as const;

const languages: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  ingles: 'en',
  es: 'es',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
};

const kinds: Readonly<Record<string, DeviceKind>> = {
  recorder: 'recorder',
  nvr: 'recorder',
  xvr: 'recorder',
  dvr: 'recorder',
  grabador: 'recorder',
  grabadora: 'recorder',
  camera: 'camera',
  ipc: 'camera',
  camara: 'camera',
  doorstation: 'doorStation',
  'door station': 'doorStation',
  vto: 'doorStation',
  videoportero: 'doorStation',
};

/** Reads the cells of one row; the first thing that makes no sense refuses it. */
export function readRow(cells: readonly string[], mapping: ImportMapping): RowReading {
  const all = (field: ImportField) =>
    mapping.flatMap((mapped, index) => (mapped === field ? [(cells[index] ?? '').trim()] : []));
  const one = (field: ImportField) => all(field)[0] ?? '';
  const phones = parts(all('phone'), /[;\n|]/);
  const emails = parts(all('email'), /[;,|\s]/);
  const name = one('name');
  const notes = one('notes');
  const serial = one('serial').replace(/[\s-]/g, '').toUpperCase();
  const model = one('model');
  const language = known(languages, one('language'));
  const kind = known(kinds, one('kind'));
  if (name === '' && phones.length === 0 && emails.length === 0 && serial === '') return refused('nothing');
  if (phones.some((phone) => phone.replace(/\D/g, '').length < 3)) return refused('badPhone');
  if (emails.some((email) => !z.email().safeParse(email).success)) return refused('badEmail');
  if (language === undefined) return refused('badLanguage');
  if (serial !== '' && !serialSchema.safeParse(serial).success) return refused('badSerial');
  if (kind === undefined) return refused('badKind');
  if (isTooLong({ name: [name], notes: [notes], model: [model], phone: phones, email: emails }))
    return refused('tooLong');
  if ([name, notes, model, ...phones].some((text) => findSecrets(text).length > 0)) return refused('secret');
  const device = serial === '' ? null : { serial, model, kind: kind ?? guessDeviceKind(model || null) };
  return { ok: true, row: { name, phones, emails, language, notes, device } };
}

function isTooLong(texts: Readonly<Record<keyof typeof limits, readonly string[]>>): boolean {
  return Object.entries(limits).some(([name, limit]) =>
    texts[name as keyof typeof limits].some((text) => text.length > limit),
  );
}

function refused(problem: ImportProblem): RowReading {
  return { ok: false, problem };
}

/** Several in one cell, or in several columns. */
function parts(cells: readonly string[], separator: RegExp): readonly string[] {
  return cells.flatMap((cell) => cell.split(separator)).flatMap((part) => part.trim() || []);
}

/** Null for an empty cell, undefined for a word that is not known. */
function known<Value>(words: Readonly<Record<string, Value>>, cell: string): Value | null | undefined {
  const key = searchKey(cell);
  if (key === '') return null;
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
