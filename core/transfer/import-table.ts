import * as z from 'zod';
import { deviceFields } from '../records/device-fields.ts';
import { namesWhere } from '../records/field.ts';

/** What a column of a foreign table can be. A table may have several columns with phones, and with mail addresses; first and last name become one. */
export const importFieldSchema = z.enum([
  'name',
  'firstName',
  'lastName',
  'phone',
  'email',
  'language',
  'notes',
  ...namesWhere(deviceFields, 'imported', 'text', 'ownRules'),
]);
export type ImportField = z.infer<typeof importFieldSchema>;

const repeatable: ReadonlySet<ImportField> = new Set(['phone', 'email']);

/** Whether several columns can hold it. */
export function isRepeatable(field: ImportField): boolean {
  return repeatable.has(field);
}

/** As many as the tables of large customer systems have. */
export const maxColumns = 500;

/** One for each column; null leaves it out. */
export const importMappingSchema = z.array(importFieldSchema.nullable()).max(maxColumns);
export type ImportMapping = z.infer<typeof importMappingSchema>;

/**
 * Why a row is not taken.
 *
 * - `nothing`: no name, phone, mail address or serial in it
 * - `unreadable`: its quotation marks do not fit
 * - `moreCells`, `fewerCells`: than there are headings, so that nobody can say what belongs where
 * - `cutNumber`: a spreadsheet program has rounded the number ("4.91715E+11")
 * - `twoCustomers`: its phones and mail addresses belong to different customers of the desk
 * - `severalOfName`: nothing but its name says whose it is, and several customers of the desk have it
 * - `tooMany`: the customer would have more phones or mail addresses than can be kept
 * - `otherOwner`: the device belongs to another customer of the desk
 */
export const importProblemSchema = z.enum([
  'nothing',
  'unreadable',
  'moreCells',
  'fewerCells',
  'cutNumber',
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

/** By the names of the web's encoding standard, which are those that a decoder takes. */
export const encodingSchema = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'macintosh',
]);
export type Encoding = z.infer<typeof encodingSchema>;

export const delimiterSchema = z.enum([',', ';', '\t', '|']);
export type Delimiter = z.infer<typeof delimiterSchema>;

/** How a file is read. */
export const importReadingSchema = z.strictObject({
  encoding: encodingSchema,
  delimiter: delimiterSchema,
  /** Whether the first row holds headings; without, it is a row like the others. */
  hasHeadings: z.boolean(),
});
export type ImportReading = z.infer<typeof importReadingSchema>;

/** A file that was read, before anything is done with it. */
export const importPreviewSchema = importReadingSchema.extend({
  importId: z.uuid(),
  fileName: z.string(),
  headings: z.array(z.string()),
  /** Some rows, to see what the columns are; those with foreign letters first, to see whether the encoding is right. */
  samples: z.array(z.array(z.string())),
  /** Empty ones left out. */
  rowCount: z.int().nonnegative(),
  /** Rows that have too few cells; they are refused unless the agent says that the rest is empty. */
  shortRows: z.int().nonnegative(),
  mapping: importMappingSchema,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const count = z.int().nonnegative();

/** A row that is not taken, or not wholly: its number as a spreadsheet program shows it, and what it is about. */
const rowNoteSchema = z.strictObject({ row: z.int().positive(), value: z.string() });
export type RowNote = z.infer<typeof rowNoteSchema>;

const groupOf = <Reason extends z.ZodType>(reason: Reason) =>
  z.strictObject({ reason, count, examples: z.array(rowNoteSchema) });

/** What an import does, or would do. Every row of the file counts once: `rows` is the sum of the next four. */
export const importReportSchema = z.strictObject({
  rows: count,
  added: count,
  changed: count,
  same: count,
  refused: count,
  /** The refused rows by reason, the most frequent first, with the first rows of each. */
  problems: z.array(groupOf(importProblemSchema)),
  /** Languages that rows name and the product does not speak: the rows are taken, and the language left empty. */
  leftOut: z.array(z.strictObject({ value: z.string(), count })),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** The mapping after one column was chosen anew: another column with the same field, where it stands once, loses it. */
export function remap(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  return mapping.map((other, index) => {
    if (index === column) return field;
    return other === field && field !== null && !isRepeatable(field) ? null : other;
  });
}

const identifying: ReadonlySet<ImportField> = new Set([
  'name',
  'firstName',
  'lastName',
  'phone',
  'email',
  'serial',
]);

/** Without one of these a row says nothing that could be taken. */
export function canImport(mapping: ImportMapping): boolean {
  return mapping.some((field) => field !== null && identifying.has(field));
}
