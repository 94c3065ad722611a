import { guessMapping } from '../../../core/transfer/import-headings.ts';
import {
  type Delimiter,
  delimiterSchema,
  type ImportReading,
  type ImportRefusal,
  maxColumns,
} from '../../../core/transfer/import-table.ts';
import { type SplitRow, splitRows } from '../../../core/transfer/split-rows.ts';

import { wellFormed } from '../../../core/well-formed.ts';
import { withoutEscape } from './csv.ts';
import { encodingOf } from './decode-table.ts';

/** All calls wait while rows are taken: about two seconds for a thousand. A longer list is split. */
export const maxBytes = 20 * 1024 * 1024;
export const maxRows = 5000;
/** Enough to tell one delimiter from another. */
const CHARACTERS_TRIED = 20_000;
/** A delimiter that makes known headings is worth as much as so many rows that fit. */
const ROWS_A_HEADING = 10;

/** The first line that some spreadsheet programs write and read: "sep=;". */
const delimiterLine = /^"?sep=([,;\t|])"?(?:\r\n|[\r\n]|$)/i;

export type TableRow = SplitRow;

export interface Table extends ImportReading {
  /** Empty strings for a table without. */
  readonly headings: readonly string[];
  /** Without empty rows. */
  readonly rows: readonly TableRow[];
}

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly refusal: ImportRefusal };

/**
 * Reads a table from a file's bytes, whatever program wrote it.
 *
 * @param wanted how to read it, where the agent has said so
 */
export function readTable(bytes: Uint8Array, wanted: Partial<ImportReading> = {}): TableReading {
  if (bytes.length > maxBytes) return refused('tooLarge');
  if (isPacked(bytes)) return refused('notText');
  const encoding = wanted.encoding ?? encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return refused('notText');
  const told = delimiterLine.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const delimiter = wanted.delimiter ?? delimiterSchema.safeParse(told?.[1]).data ?? delimiterOf(body);
  const all = splitRows(body, delimiter).map((row) => ({
    ...row,
    cells: row.cells.map((cell) => wellFormed(withoutEscape(cell))),
  }));
  const [first] = all;
  if (first === undefined) return refused('empty');
  const hasHeadings = wanted.hasHeadings ?? looksLikeHeadings(first.cells);
  const rows = hasHeadings ? all.slice(1) : all;
  if (rows.length === 0) return refused('empty');
  if (rows.length > maxRows) return refused('tooManyRows');
  if (first.cells.length > maxColumns) return refused('tooManyColumns');
  const headings = hasHeadings ? first.cells : first.cells.map(() => '');
  return { ok: true, table: { encoding, delimiter, hasHeadings, headings, rows } };
}

function refused(refusal: ImportRefusal): TableReading {
  return { ok: false, refusal };
}

/** What makes the most rows as long as their headings, and the headings the most. A single column needs none. */
function delimiterOf(text: string): Delimiter {
  const start = /^[\s,;|]*[\r\n]/.exec(text)?.[0].length ?? 0;
  const tried = text.slice(start, start + CHARACTERS_TRIED);
  const scored = delimiterSchema.options.map((delimiter) => {
    const rows = splitRows(tried, delimiter);
    const headings = rows[0]?.cells ?? [];
    const columns = headings.length;
    const known = guessMapping(headings).filter((field) => field !== null).length;
    const fitting = rows.filter(({ cells }) => cells.length === columns).length + known * ROWS_A_HEADING;
    return { delimiter, columns, fitting: columns < 2 ? 0 : fitting };
  });
  scored.sort((one, other) => other.fitting - one.fitting || other.columns - one.columns);
  return scored[0]?.delimiter ?? ',';
}

/** Unless no word is known and a number or mail address stands there. */
function looksLikeHeadings(cells: readonly string[]): boolean {
  return guessMapping(cells).some((field) => field !== null) || !cells.some((cell) => /@|\d{5}/.test(cell));
}

/** A spreadsheet program's own file is an archive, not a table of text. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
}
