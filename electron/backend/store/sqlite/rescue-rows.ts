import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import type { Connection } from './connection.ts';
import { translateFailure } from './failure.ts';

/** A row by column names. */
export type Cells = Readonly<Record<string, unknown>>;

type Insert = (row: Cells) => void;

const rowsPerRead = 200;

/** Beyond any row id that is given out one by one. */
const lastRowId = 2 ** 45;

export function asCells(row: unknown): Cells {
  return row as Cells;
}

/** Whether the failure is the damage that is being worked around. */
export function isDamage(error: unknown): boolean {
  const failure = translateFailure(error);
  return failure instanceof CallError && storeFailureOf(failure) === 'damaged';
}

/** Inserts rows by the columns that the table has; `ignore` keeps what is there already. */
export function insertInto(target: Connection, table: string, onConflict: 'ignore' | 'replace'): Insert {
  const info = target.pragma(`table_xinfo("${table}")`) as { name: string; hidden: number }[];
  const columns = info.filter(({ hidden }) => hidden === 0).map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = target.prepare(`insert or ${onConflict} into "${table}" (${names}) values (${marks})`);
  return (row) => void statement.run(columns.map((name) => row[name] ?? null));
}

/**
 * Copies a table in the order of its row ids and steps over what can not be read.
 *
 * @returns whether all of it could be read
 */
export function copyByRowId(source: Connection, table: string, insert: Insert): boolean {
  const read = source.prepare(
    `select rowid as _rescue_rowid, * from "${table}" where rowid >= ? order by rowid limit ?`,
  );
  const rowsFrom = (from: number, limit: number): Cells[] | null => {
    try {
      return read.all([from, limit]).map(asCells);
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  };
  let from = 0;
  let isWhole = true;
  while (from < lastRowId) {
    const rows = rowsFrom(from, rowsPerRead) ?? rowsFrom(from, 1);
    if (rows === null) {
      isWhole = false;
      from = findReadable((start) => rowsFrom(start, 1) !== null, from);
      continue;
    }
    if (rows.length === 0) return isWhole;
    for (const row of rows) insert(row);
    from = Number(rows.at(-1)?.['_rescue_rowid']) + 1;
  }
  return isWhole;
}

/** The first row id behind a damaged stretch: wide steps until it is passed, then back by halves. */
function findReadable(isReadableFrom: (rowId: number) => boolean, damagedAt: number): number {
  let step = 1;
  while (damagedAt + step < lastRowId && !isReadableFrom(damagedAt + step)) step *= 2;
  let unreadable = damagedAt + Math.floor(step / 2);
  let readable = damagedAt + step;
  while (readable - unreadable > 1) {
    const middle = Math.floor((readable + unreadable) / 2);
    if (isReadableFrom(middle)) readable = middle;
    else unreadable = middle;
  }
  return readable;
}
