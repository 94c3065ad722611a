import { basename } from 'node:path';
import { CallError } from '../../../core/contract/errors.ts';
import {
  guessMapping,
  type ImportPreview,
  type ImportProblem,
  type ImportRefusal,
  type ImportReport,
} from '../../../core/transfer/import-table.ts';
import { readOrdinaryFile } from '../../files/read-file.ts';
import type { ImportResult } from '../services/import-records.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import { maxBytes, readTable, type Table } from './read-table.ts';

/** Enough to see what a column is. */
const SAMPLES = 3;
/** What a person looks through in a window; all of them are in the saved list. */
const PROBLEMS_SHOWN = 100;

interface OpenImport {
  readonly id: string;
  readonly table: Table;
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
    const { table } = reading;
    const id = this.#newId();
    this.#open = { id, table, result: null };
    const { encoding, delimiter, headings, rows } = table;
    const preview: ImportPreview = {
      importId: id,
      fileName: basename(file),
      encoding,
      delimiter,
      headings: [...headings],
      samples: rows.slice(0, SAMPLES).map(({ cells }) => headings.map((_, index) => cells[index] ?? '')),
      rowCount: rows.length,
      mapping: guessMapping(headings),
    };
    return { result: 'read', preview };
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
    const { problems, ...counts } = result;
    return { ...counts, refused: problems.length, problems: problems.slice(0, PROBLEMS_SHOWN) };
  }

  /** The refused rows as a table, with the reasons in the agent's words: to be mended and imported again. */
  problemTable(importId: string, words: ProblemWords): string {
    const { table, result } = this.#require(importId);
    const cellsOf = new Map(table.rows.map(({ number, cells }) => [number, cells]));
    const lines = (result?.problems ?? []).map(({ row, reason }) => [
      row,
      words.reasons[reason] ?? reason,
      ...(cellsOf.get(row) ?? []),
    ]);
    return byteOrderMark + csvLines([[words.row, words.reason, ...table.headings], ...lines]);
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
  readonly reasons: Partial<Readonly<Record<ImportProblem, string>>>;
}
