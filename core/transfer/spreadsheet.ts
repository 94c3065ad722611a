/** A number as a spreadsheet program rounds it: "4.91715E+11", "4,91715E+11". */
const rounded = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;

/** Written so that the program leaves a number alone: ="0171555". */
const keptAsText = /^=\s*"(.*)"$/s;

/** The cell without what a spreadsheet program puts around it. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  const kept = keptAsText.exec(text)?.[1];
  return kept === undefined ? text : kept.replaceAll('""', '"').trim();
}

/** A number whose last digits are lost. */
export function isRounded(cell: string): boolean {
  return rounded.test(cell);
}

/** "491715551234.0" and "491715551234,00" without what made a fraction of it. */
export function withoutFraction(cell: string): string {
  return /^\+?\d{5,}[.,]0{1,2}$/.test(cell) ? cell.replace(/[.,]0+$/, '') : cell;
}
