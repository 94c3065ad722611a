import * as z from 'zod';

export const paperSchema = z.enum(['a4', 'letter', 'receipt80']);
export type Paper = z.infer<typeof paperSchema>;

/** Micrometres, which is what Chromium's printing takes. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** A roll has no height of its own: it is cut after the last line. */
const widths: Readonly<Record<Paper, number>> = { a4: 210_000, letter: 215_900, receipt80: 80_000 };
const heights: Readonly<Record<Paper, number | null>> = { a4: 297_000, letter: 279_400, receipt80: null };

const MICRONS_PER_INCH = 25_400;
/** CSS: one inch is 96 px. */
const PIXELS_PER_INCH = 96;

/** A millimetre that keeps the last line away from the knife, and from a second page by rounding. */
const ROLL_RESERVE = 1000;

/**
 * The explicit size of a sheet; without one, Chromium takes A4 and spoils slips.
 *
 * @param contentHeight CSS px of what is printed; only a roll needs it
 */
export function paperSize(paper: Paper, contentHeight: number): PaperSize {
  const rolled = Math.ceil((contentHeight / PIXELS_PER_INCH) * MICRONS_PER_INCH) + ROLL_RESERVE;
  return { width: widths[paper], height: heights[paper] ?? rolled };
}

/** The same for a PDF, in inches. */
export function inInches({ width, height }: PaperSize): PaperSize {
  return { width: width / MICRONS_PER_INCH, height: height / MICRONS_PER_INCH };
}
