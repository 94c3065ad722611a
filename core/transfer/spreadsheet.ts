/** A number as a spreadsheet program rounds it: "4.91715E+11", "4,91715E+11". */
const rounded = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;

/** Written so that the program leaves a number alone: ="0171555". */
const keptAsText = /^=\s*"(.*)"$/s;

/** What programs and people write where there is nothing: an error of a look-up, a database's null, a dash. */
const nothing = /^(?:#?n\/a|#nv|null|[-–—]+)$/i;

/** The cell without what a spreadsheet program puts around it. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  const kept = keptAsText.exec(text)?.[1];
  const plain = kept === undefined ? text : kept.replaceAll('""', '"').trim();
  return nothing.test(plain) ? '' : plain;
}

/** A number whose last digits are lost. */
export function isRounded(cell: string): boolean {
  return rounded.test(cell);
}

/** "491715551234.0" and "491715551234,00" without what made a fraction of it. */
export function withoutFraction(cell: string): string {
  return /^\+?\d{5,}[.,]0{1,2}$/.test(cell) ? cell.replace(/[.,]0+$/, '') : cell;
}
