import type { CallOutput } from '../../../../core/contract/contract.ts';
import type { QueuePlace, QueueRow } from '../../../../core/contract/queue-calls.ts';

/** Rows that lie next to each other in the list, so that none is missing or doubled between them. */
export type LoadedRows = {
  /** Index of the first in the list. Exact at the edges, and as of the last walk in between. */
  readonly start: number;
  readonly rows: readonly QueueRow[];
  /** Where to read on towards the first row; null when there is nothing before. */
  readonly before: QueuePlace | null;
  /** Where to read on towards the last row; null when there is nothing after. */
  readonly after: QueuePlace | null;
};

type Page = CallOutput<'queue.page'>;

/** Rows kept at most; those far from the screen are let go. */
const KEPT_ROWS = 1200;
/** Index room made when rows turn up before the first index. */
const ROOM = 100;

export function endOf({ start, rows }: LoadedRows): number {
  return start + rows.length;
}

/** The first rows of the list. */
export function fromFirst(page: Page): LoadedRows {
  return { start: 0, rows: page.rows, before: null, after: page.next };
}

/** The last rows of a list of `total`. */
export function fromLast(page: Page, total: number): LoadedRows {
  const start = page.next === null ? 0 : Math.max(total - page.rows.length, 1);
  return { start, rows: page.rows, before: page.next, after: null };
}

/** Rows from the middle, the first at `start`, read on from a place. */
export function fromMiddle(page: Page, start: number, from: QueuePlace | null): LoadedRows {
  return { start, rows: page.rows, before: page.rows[0]?.place ?? page.next ?? from, after: page.next };
}

export function append(loaded: LoadedRows, page: Page): LoadedRows {
  return { ...loaded, rows: [...loaded.rows, ...page.rows], after: page.next };
}

/**
 * Rows before the loaded ones. At the list's edge the indexes turn out exactly; `shift` is how far those of the rows that
 * were there have moved.
 */
export function prepend(loaded: LoadedRows, page: Page): { loaded: LoadedRows; shift: number } {
  const guessed = loaded.start - page.rows.length;
  const start = page.next === null ? 0 : guessed < 1 ? ROOM : guessed;
  const rows = [...page.rows, ...loaded.rows];
  return { loaded: { ...loaded, start, rows, before: page.next }, shift: start - guessed };
}

/** Lets go of rows that are far from `index`. */
export function trim(loaded: LoadedRows, index: number): LoadedRows {
  const { start, rows } = loaded;
  const excess = rows.length - KEPT_ROWS;
  if (excess <= 0) return loaded;
  if (index - start > rows.length / 2) {
    const kept = rows.slice(excess);
    return { ...loaded, start: start + excess, rows: kept, before: kept[0]?.place ?? null };
  }
  const kept = rows.slice(0, KEPT_ROWS);
  return { ...loaded, rows: kept, after: kept.at(-1)?.place ?? null };
}
