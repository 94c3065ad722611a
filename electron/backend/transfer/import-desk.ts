import { basename } from 'node:path';
import { CallError } from '../../../core/contract/errors.ts';
import { shownFileName } from '../../../core/file-name.ts';
import { findSecrets, withoutSecrets } from '../../../core/privacy/secrets-in-text.ts';
import { guessMapping } from '../../../core/transfer/import-headings.ts';
import type {
  ImportPreview,
  ImportProblem,
  ImportReading,
  ImportRefusal,
  ImportReport,
} from '../../../core/transfer/import-table.ts';
import { cellWithoutSecrets } from '../../../core/transfer/secret-cells.ts';
import { readOrdinaryFile } from '../../files/read-file.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import type { ImportResult } from './import-records.ts';
import { maxBytes, readTable, type Table } from './read-table.ts';

/** Enough to see what a column is. */
const SAMPLES = 3;
/** Of each reason, what a person looks through in a window; all of them are in the saved list. */
const EXAMPLES_SHOWN = 10;
/** Characters of a value that are shown. */
const VALUE_SHOWN = 120;

interface OpenImport {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  table: Table;
  result: ImportResult | null;
}

export type ReadImport =
  | { readonly result: 'read'; readonly preview: ImportPreview }
  | { readonly result: 'refused'; readonly refusal: ImportRefusal };

/** The file that the agent is importing: its rows are kept in memory until it is put away, and nowhere else. */
export class ImportDesk {
  readonly #newId: () => string;
  #open: OpenImport | null = null;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  async read(file: string): Promise<ReadImport> {
    this.#open = null;
    const bytes = await readOrdinaryFile(file, maxBytes);
    if (typeof bytes === 'string') return { result: 'refused', refusal: bytes };
    const reading = readTable(bytes);
    if (!reading.ok) return { result: 'refused', refusal: reading.refusal };
    this.#open = {
      id: this.#newId(),
      fileName: shownFileName(basename(file), 'table'),
      bytes,
      table: reading.table,
      result: null,
    };
    return { result: 'read', preview: previewOf(this.#open) };
  }

  /** The same file, read as the agent says. What was read before stays where it cannot be read so. */
  readAgain(importId: string, wanted: ImportReading): ReadImport {
    const opened = this.#require(importId);
    const reading = readTable(opened.bytes, wanted);
    if (!reading.ok) return { result: 'refused', refusal: reading.refusal };
    opened.table = reading.table;
    opened.result = null;
    return { result: 'read', preview: previewOf(opened) };
  }

  /** @throws CallError `not_found` when another file was opened since, or the backend has started anew */
  table(importId: string): Table {
    return this.#require(importId).table;
  }

  keep(importId: string, result: ImportResult): void {
    this.#require(importId).result = result;
  }

  report(importId: string): ImportReport {
    const { result } = this.#require(importId);
    if (result === null) throw new CallError('not_found', 'The rows have not been looked through.');
    const { problems, leftOut, ...counts } = result;
    return {
      rows: this.#require(importId).table.rows.length,
      ...counts,
      refused: problems.length,
      problems: groupsOf(problems),
      leftOut: [...leftOut].map(([value, count]) => ({ value: shown(value), count })),
    };
  }

  /** The refused rows as a table, with the reasons in the agent's words: to be mended and imported again, without the secrets. */
  problemTable(importId: string, words: ProblemWords): string {
    const { table, result } = this.#require(importId);
    const cellsOf = new Map(table.rows.map(({ number, cells }) => [number, cells]));
    const lines = (result?.problems ?? []).map(({ row, reason, value }) => [
      row,
      words.reasons[reason] ?? reason,
      value,
      ...(cellsOf.get(row) ?? []).map((cell, index) => cellWithoutSecrets(table.headings[index] ?? '', cell)),
    ]);
    return byteOrderMark + csvLines([[words.row, words.reason, words.value, ...table.headings], ...lines]);
  }

  putAway(): void {
    this.#open = null;
  }

  #require(importId: string): OpenImport {
    if (this.#open?.id !== importId)
      throw new CallError('not_found', 'The file is no longer open. Choose it again.');
    return this.#open;
  }
}

export interface ProblemWords {
  readonly row: string;
  readonly reason: string;
  readonly value: string;
  readonly reasons: Partial<Readonly<Record<ImportProblem, string>>>;
}

function previewOf({ id, fileName, table }: OpenImport): ImportPreview {
  const { headings, rows, encoding, delimiter, hasHeadings } = table;
  return {
    importId: id,
    fileName,
    encoding,
    delimiter,
    hasHeadings,
    headings: [...headings],
    samples: samplesOf(rows).map(({ cells }) =>
      headings.map((heading, index) => shown(cellWithoutSecrets(heading, cells[index] ?? ''))),
    ),
    rowCount: rows.length,
    shortRows: rows.filter(({ cells, isBroken }) => !isBroken && cells.length < headings.length).length,
    mapping: guessMapping(headings),
  };
}

/** Foreign letters show whether the encoding is right. */
function samplesOf(rows: Table['rows']): Table['rows'] {
  const whole = rows.filter(({ isBroken }) => !isBroken);
  const isForeign = ({ cells }: Table['rows'][number]) => cells.some((cell) => /\P{ASCII}/u.test(cell));
  return [...whole.filter(isForeign), ...whole.filter((row) => !isForeign(row))]
    .slice(0, SAMPLES)
    .toSorted((one, other) => one.number - other.number);
}

function groupsOf(problems: ImportResult['problems']): ImportReport['problems'] {
  const reasons = [...new Set(problems.map(({ reason }) => reason))];
  return reasons
    .map((reason) => ({ reason, rows: problems.filter((problem) => problem.reason === reason) }))
    .map(({ reason, rows }) => ({
      reason,
      count: rows.length,
      examples: rows.slice(0, EXAMPLES_SHOWN).map(({ row, value }) => ({ row, value: shown(value) })),
    }))
    .toSorted((one, other) => other.count - one.count);
}

/** A part of it, and never a code or a password. */
function shown(text: string): string {
  const value = withoutSecrets(text, findSecrets(text));
  return value.length > VALUE_SHOWN ? `${value.slice(0, VALUE_SHOWN)}…` : value;
}
