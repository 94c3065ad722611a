import * as z from 'zod';
import { searchKey } from '../search-key.ts';

/** What a column of a foreign table can be. A table may have several columns with phones, and with mail addresses. */
export const importFieldSchema = z.enum([
  'name',
  'phone',
  'email',
  'language',
  'notes',
  'serial',
  'model',
  'kind',
]);
export type ImportField = z.infer<typeof importFieldSchema>;

/** As many as the tables of large customer systems have. */
export const maxColumns = 500;

/** One for each column; null leaves it out. */
export const importMappingSchema = z.array(importFieldSchema.nullable()).max(maxColumns);
export type ImportMapping = z.infer<typeof importMappingSchema>;

/**
 * Why a row is not taken.
 *
 * - `nothing`: no name, phone, mail address or serial in it
 * - `unreadable`: its quotation marks do not close
 * - `twoCustomers`: its phones and mail addresses belong to different customers of the desk
 * - `severalOfName`: nothing but its name says whose it is, and several customers of the desk have it
 * - `tooMany`: the customer would have more phones or mail addresses than can be kept
 * - `otherOwner`: the device belongs to another customer of the desk
 */
export const importProblemSchema = z.enum([
  'nothing',
  'unreadable',
  'badPhone',
  'badEmail',
  'badLanguage',
  'badSerial',
  'badKind',
  'tooLong',
  'tooMany',
  'twoCustomers',
  'severalOfName',
  'otherOwner',
  'secret',
]);
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Why a file is not taken at all. */
export const importRefusalSchema = z.enum([
  'unreadable',
  'notAFile',
  'tooLarge',
  'empty',
  'tooManyRows',
  'tooManyColumns',
  'notText',
]);
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

export const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type Encoding = z.infer<typeof encodingSchema>;

/** A file that was read, before anything is done with it. */
export const importPreviewSchema = z.strictObject({
  importId: z.uuid(),
  fileName: z.string(),
  encoding: encodingSchema,
  /** What separates the cells. */
  delimiter: z.string(),
  headings: z.array(z.string()),
  /** The first rows, to see what the columns are. */
  samples: z.array(z.array(z.string())),
  rowCount: z.int().nonnegative(),
  mapping: importMappingSchema,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const count = z.int().nonnegative();

/** What an import does, or would do. Every row counts once. */
export const importReportSchema = z.strictObject({
  added: count,
  changed: count,
  same: count,
  refused: count,
  /** The first of the refused rows, with the number that a spreadsheet program shows. */
  problems: z.array(z.strictObject({ row: z.int().positive(), reason: importProblemSchema })),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** Headings that tools and people use, in English and Spanish, as `searchKey` writes them. */
const headings: Readonly<Record<ImportField, RegExp>> = {
  name: /^(?:(?:customer|full|contact|company|client) )?name$|^(?:customer|client|company|contact)$|^nombre(?: (?:completo|del cliente|y apellidos?))?$|^(?:cliente|empresa|razon social|contacto)$/,
  phone:
    /^(?:(?:tele)?phones?|mobile|cell|tel)(?: ?(?:numbers?|no|phone|\d))?$|^(?:numero de )?(?:telefonos?|moviles|movil|celular)(?: \d)?$/,
  email: /^(?:e ?)?mails?(?: address(?:es)?)?(?: \d)?$|^correos?(?: electronicos?)?(?: \d)?$/,
  language: /^(?:language|lang|idioma|lengua)$/,
  notes: /^(?:notes?|comments?|remarks?|notas?|comentarios?|observaciones)$/,
  serial:
    /^(?:(?:device )?serial(?: ?(?:number|no))?|s n|sn)$|^(?:numero de serie|n de serie|no de serie|serie)$/,
  model: /^(?:(?:device )?model|modelo)$/,
  kind: /^(?:(?:device )?(?:kind|type)|tipo(?: de dispositivo)?)$/,
};

const repeatable: ReadonlySet<ImportField> = new Set(['phone', 'email']);

/** What each column seems to be by its heading; a field that stands once goes to the first that fits. */
export function guessMapping(titles: readonly string[]): ImportMapping {
  const taken = new Set<ImportField>();
  return titles.map((title) => {
    const key = searchKey(title);
    const field = importFieldSchema.options.find(
      (candidate) => headings[candidate].test(key) && !taken.has(candidate),
    );
    if (field === undefined) return null;
    if (!repeatable.has(field)) taken.add(field);
    return field;
  });
}

/** The mapping after one column was chosen anew: another column with the same field, where it stands once, loses it. */
export function remap(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  return mapping.map((other, index) => {
    if (index === column) return field;
    return other === field && field !== null && !repeatable.has(field) ? null : other;
  });
}

/** Without one of these a row says nothing that could be taken. */
export function canImport(mapping: ImportMapping): boolean {
  return mapping.some(
    (field) => field === 'name' || field === 'phone' || field === 'email' || field === 'serial',
  );
}
