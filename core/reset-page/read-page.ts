import type { GrayImage, Rect } from '../scan/gray.ts';
import { fieldIn, type PageWords, TEXT_FIELDS, type TextField, wordsOf } from './page-fields.ts';
import { type PageStill, toReadable, toReadableLine } from './page-still.ts';

/** A line of text as the text reader found it, in pixels of the picture that it was given. */
export interface TextLine {
  readonly text: string;
  readonly place: Rect;
}

/** Reads text in a picture. Rejects when it was stopped. */
export interface TextReader {
  readonly readLines: (image: GrayImage) => Promise<readonly TextLine[]>;
  /** The same for a picture that is a single line. */
  readonly readLine: (image: GrayImage) => Promise<string>;
}

/** A value that was read. `isSure`: two looks agree, and it is of a kind that can be checked; everything else has to be compared by eye. */
export interface ReadValue {
  readonly value: string;
  readonly isSure: boolean;
}

export interface PageReading extends PageWords {
  readonly values: Readonly<Partial<Record<TextField, ReadValue>>>;
  /** Around the lines that the values were read in, in pixels of the still; null without any. */
  readonly place: Rect | null;
}

/**
 * Reads what stands beside a code: the whole page first, then each line with a value once more, larger.
 *
 * Nothing can check a serial or a masked mailbox: letters that look alike are taken for each other in both looks, and stars are
 * miscounted. So they are never sure. A date has a grammar, and an address is sure when it is one that is known.
 *
 * @param knownAddresses where requests go, by the procedures; see {@link ReadValue}
 */
export async function readPage(
  still: PageStill,
  reader: TextReader,
  knownAddresses: readonly string[],
): Promise<PageReading> {
  const page = toReadable(still);
  const lines = await reader.readLines(page.image);
  const values: Partial<Record<TextField, ReadValue>> = {};
  const places: Rect[] = [];
  for (const field of TEXT_FIELDS) {
    const line = lines.find(({ text }) => fieldIn(field, text) !== null);
    if (line === undefined) continue;
    const first = fieldIn(field, line.text);
    const again = fieldIn(field, await reader.readLine(toReadableLine(page, line.place)));
    const value = isKnown(again, knownAddresses) ? again : first;
    places.push(line.place);
    if (value !== null)
      values[field] = { value, isSure: isSure(field, value, first === again, knownAddresses) };
  }
  return { ...wordsOf(lines.map(({ text }) => text).join('\n')), values, place: around(places, page.scale) };
}

/** Room around them, as a share of the widest line. */
const MARGIN = 0.06;

function around(places: readonly Rect[], scale: number): Rect | null {
  if (places.length === 0) return null;
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x, width }) => x + width));
  const bottom = Math.max(...places.map(({ y, height }) => y + height));
  const margin = MARGIN * (right - left);
  return {
    x: (left - margin) / scale,
    y: (top - margin) / scale,
    width: (right - left + 2 * margin) / scale,
    height: (bottom - top + 2 * margin) / scale,
  };
}

function isSure(
  field: TextField,
  value: string,
  isAgreed: boolean,
  knownAddresses: readonly string[],
): boolean {
  if (field === 'address') return isKnown(value, knownAddresses);
  return field === 'date' && isAgreed;
}

function isKnown(value: string | null, knownAddresses: readonly string[]): boolean {
  return value !== null && knownAddresses.some((address) => address.toLowerCase() === value);
}

/** Whether a page gave anything that is worth the agent's look. */
export function hasAnything({ values, generation, hasQuestions }: PageReading): boolean {
  return Object.keys(values).length > 0 || generation !== null || hasQuestions;
}
