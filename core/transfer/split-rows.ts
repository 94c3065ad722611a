/** One row of a table of text. */
export interface SplitRow {
  /** As a spreadsheet program numbers it: the headings are row 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not fit, or would take other rows in; the cells are as they stand between the delimiters. */
  readonly isBroken: boolean;
}

/** What begins at a place of the text. */
interface Reading {
  readonly cells: readonly string[];
  /** Behind its line break. */
  readonly end: number;
}

/** A cell in quotation marks that is longer is one whose end is missing; the longest text that is kept has 4,000. */
const maxQuoted = 50_000;

/**
 * Splits a table into rows so that none is lost: where quotation marks are wrong, one line is given up, and the next is read
 * as if nothing had been. A quoted cell of several lines is believed unless its lines look like rows of their own; then
 * each of them is given up, because taking them could be as wrong as taking them in. Empty rows are counted and left out: some
 * programs write a million of them.
 */
export function splitRows(text: string, delimiter: string): SplitRow[] {
  const rows: SplitRow[] = [];
  let number = 0;
  const add = (cells: readonly string[], isBroken: boolean) => {
    number += 1;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells, isBroken });
  };
  let at = 0;
  while (at < text.length) {
    const record = readRecord(text, at, delimiter);
    const columns = rows[0]?.cells.length ?? null;
    if (record === null) {
      const line = readLine(text, at, delimiter);
      add(line.cells, true);
      at = line.end;
    } else if (hasTakenRowsIn(text.slice(at, record.end), record.cells, columns, delimiter)) {
      for (; at < record.end; ) {
        const line = readLine(text, at, delimiter);
        add(line.cells, true);
        at = line.end;
      }
    } else {
      add(record.cells, false);
      at = record.end;
    }
  }
  return rows;
}

/** A row by the rules of quotation marks; null where they are broken. */
function readRecord(text: string, from: number, delimiter: string): Reading | null {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell =
      text[at] === '"'
        ? readQuoted(text, at, delimiter)
        : { value: null, end: endOfCell(text, at, delimiter) };
    if (cell === null) return null;
    cells.push(cell.value ?? text.slice(at, cell.end));
    at = cell.end;
    if (text[at] !== delimiter) return { cells, end: behindBreak(text, at) };
    at += 1;
  }
}

/** From its opening mark to what ends the cell; null where the mark is not closed. */
function readQuoted(text: string, from: number, delimiter: string): { value: string; end: number } | null {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0 || close - from > maxQuoted) return null;
  const quoted = text.slice(from + 1, close);
  let end = close + 1;
  while (text[end] === ' ') end += 1;
  if (isCellEnd(text, end, delimiter)) return { value: quoted.replaceAll('""', '"'), end };
  // Marks within a text, as in "The Corner" Shop: they belong to it, if the quoted part can not be several cells.
  const stop = endOfCell(text, end, delimiter);
  const isOneCell = !quoted.includes(delimiter) && !/[\r\n]/.test(quoted);
  return isOneCell ? { value: text.slice(from, stop), end: stop } : null;
}

function readLine(text: string, from: number, delimiter: string): Reading {
  const end = endOfLine(text, from);
  return { cells: text.slice(from, end).split(delimiter), end: behindBreak(text, end) };
}

function hasTakenRowsIn(
  record: string,
  cells: readonly string[],
  columns: number | null,
  delimiter: string,
): boolean {
  const lines = record.replace(/(?:\r\n|[\r\n])$/, '').split(/\r\n|[\r\n]/);
  if (columns === null || !cells.some((cell) => /[\r\n]/.test(cell))) return false;
  if (columns === 1 || cells.length !== columns) return true;
  const isRow = (line: string) => line.split(delimiter).length === columns;
  return (
    lines.slice(1, -1).some(isRow) || cells.some((cell) => /[\r\n]/.test(cell) && cell.endsWith(delimiter))
  );
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (!isCellEnd(text, at, delimiter)) at += 1;
  return at;
}

function isCellEnd(text: string, at: number, delimiter: string): boolean {
  const character = text[at];
  return character === undefined || character === delimiter || character === '\n' || character === '\r';
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function behindBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
