/**
 * A browser draws no box of a million rows. So the scroll bar runs over a window of the list: near both ends the window's
 * rows are the list's rows, in between one of the window stands for many. Scrolling by wheel and keys always goes row by
 * row; only dragging the bar takes the whole list in steps.
 */

/** Rows of the window: 60,000 of the tallest rows are under the 2^25 px that Chromium lays out, also at 200 %. */
export const WINDOW_ROWS = 60_000;
/** Rows at each end of the window that are the list's own. */
const EDGE_ROWS = 5000;

/** Rows that the scroll bar runs over. */
export function windowRows(total: number): number {
  return Math.min(total, WINDOW_ROWS);
}

/** Where the window's bar stands for a row of the list. Both may be fractions: rows that are partly scrolled. */
export function toWindow(index: number, total: number): number {
  if (total <= WINDOW_ROWS || index <= EDGE_ROWS) return index;
  if (index >= total - EDGE_ROWS) return WINDOW_ROWS - (total - index);
  return EDGE_ROWS + (index - EDGE_ROWS) * middleRatio(total);
}

/** The row of the list that a place of the window's bar stands for. */
export function fromWindow(position: number, total: number): number {
  if (total <= WINDOW_ROWS || position <= EDGE_ROWS) return position;
  if (position >= WINDOW_ROWS - EDGE_ROWS) return total - (WINDOW_ROWS - position);
  return EDGE_ROWS + (position - EDGE_ROWS) / middleRatio(total);
}

function middleRatio(total: number): number {
  return (WINDOW_ROWS - 2 * EDGE_ROWS) / (total - 2 * EDGE_ROWS);
}

/** The whole number of rows between the list and the window that lets row `index` stand at `position`. */
export function baseFor(index: number, position: number, total: number): number {
  return Math.min(Math.max(Math.round(index - position), 0), total - windowRows(total));
}
