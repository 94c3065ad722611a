import Papa from 'papaparse';
import { type Encoding, type ImportRefusal, maxColumns } from '../../../core/transfer/import-table.ts';
import { wellFormed } from '../../../core/well-formed.ts';
import { withoutEscape } from './csv.ts';

/** All calls wait while rows are taken: about two seconds for a thousand. A longer list is split. */
export const maxBytes = 20 * 1024 * 1024;
export const maxRows = 5000;
/** Enough to tell one delimiter from another. */
const ROWS_TRIED = 50;

export interface TableRow {
  /** As a spreadsheet program numbers it: the headings are row 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not close. */
  readonly isBroken: boolean;
}

export interface Table {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** Without empty rows. */
  readonly rows: readonly TableRow[];
}

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly refusal: ImportRefusal };

/** Reads a table from a file's bytes, whatever program wrote it. */
export function readTable(bytes: Uint8Array): TableReading {
  if (bytes.length > maxBytes) return { ok: false, refusal: 'tooLarge' };
  if (isPacked(bytes)) return { ok: false, refusal: 'notText' };
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return { ok: false, refusal: 'notText' };
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row ?? 0] : [])));
  const all = data.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => wellFormed(withoutEscape(cell))),
    isBroken: broken.has(index),
  }));
  const [first, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (first === undefined || rows.length === 0) return { ok: false, refusal: 'empty' };
  if (rows.length > maxRows) return { ok: false, refusal: 'tooManyRows' };
  if (first.cells.length > maxColumns) return { ok: false, refusal: 'tooManyColumns' };
  return { ok: true, table: { encoding, delimiter, headings: first.cells, rows } };
}

/** What makes the most rows as long as their headings, and the headings the most. A single column needs none. */
function delimiterOf(text: string): string {
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const options = { delimiter, preview: ROWS_TRIED, skipEmptyLines: 'greedy' } as const;
    const { data } = Papa.parse<string[]>(text, options);
    const columns = data[0]?.length ?? 0;
    const fitting = columns < 2 ? 0 : data.filter((row) => row.length === columns).length;
    return { delimiter, fitting, columns };
  });
  scored.sort((one, other) => other.fitting - one.fitting || other.columns - one.columns);
  return scored[0]?.delimiter ?? ',';
}

/** A spreadsheet program's own file is an archive, not a table of text. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
}

/** By its mark; else UTF-8 where the bytes are, UTF-16 where every other one is zero, and what Windows used to write. */
function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1000);
  const zeros = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) > start.length / 4) return 'utf-16le';
  if (zeros(0) > start.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
