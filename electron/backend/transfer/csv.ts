import Papa from 'papaparse';

/** Spreadsheet programs take a file for UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF';

/** A cell that begins so is a formula to a spreadsheet program, whoever wrote it. Papa's own test misses cells of many lines. */
const formula = /^[=+\-@\t\r]/;
const escapedFormula = /^'[=+\-@\t\r]/;

/** Lines of a table; cells that a spreadsheet program would compute get an apostrophe before them. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  if (rows.length === 0) return '';
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n', header: false },
  );
  return `${text}\r\n`;
}

/** The cell as it was before {@link csvLines} made it safe. */
export function withoutEscape(cell: string): string {
  return escapedFormula.test(cell) ? cell.slice(1) : cell;
}
