import { isCodeTerm, plainText } from './search-text.ts';

/** A part of a text: from, and up to but without, in UTF-16 units. */
export type Mark = [from: number, to: number];

/** A text and the parts of it that a search found. */
export interface MarkedText {
  readonly text: string;
  readonly marks: Mark[];
}

/** One letter or digit as it is searched, and the place it stands for. */
interface Letter {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  readonly isWordStart: boolean;
}

/** Marks where the terms of a search stand in a text as it is shown, whatever its spelling. */
export function markTerms(text: string, terms: readonly string[]): MarkedText {
  const letters = lettersOf(text);
  const found = terms.flatMap((term) => {
    const places = placesOf(term, letters);
    // A phone number is shown with its country, so the zero that it is dialled with is not there.
    return places.length === 0 && /^0\d{3,}$/.test(term) ? placesOf(term.slice(1), letters) : places;
  });
  return { text, marks: merge(found) };
}

/** The part of a long text around its first mark, cut between words. */
export function snippetOf({ text, marks }: MarkedText, length: number): MarkedText {
  if (text.length <= length) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length));
  const space = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const from = space > 0 && space <= first ? space : wanted;
  const to = Math.min(text.length, from + length);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    marks: marks.filter(([, end]) => end <= to).map(([start, end]): Mark => [start + shift, end + shift]),
  };
}

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let position = 0;
  let isWordStart = true;
  for (const character of text) {
    const [from, to] = [position, position + character.length];
    position = to;
    const plain = plainText(character);
    if (/^['’`]$/.test(character)) continue;
    if (plain === '' && letters.length > 0) {
      // A mark that stands apart belongs to its letter.
      const last = letters.pop();
      if (last !== undefined) letters.push({ ...last, to });
    } else if (/^[\p{L}\p{N}]+$/u.test(plain)) {
      for (const [index, part] of [...plain].entries())
        letters.push({ plain: part, from, to, isWordStart: isWordStart && index === 0 });
      isWordStart = false;
    } else {
      isWordStart = true;
    }
  }
  return letters;
}

function placesOf(term: string, letters: readonly Letter[]): Mark[] {
  const wanted = [...term];
  const isCode = isCodeTerm(term);
  return letters.flatMap((letter, index): Mark[] => {
    if (!isCode && !letter.isWordStart) return [];
    const run = letters.slice(index, index + wanted.length);
    const last = run.at(-1);
    if (last === undefined || run.length < wanted.length) return [];
    const fits = wanted.every((part, offset) => run[offset]?.plain === part);
    // The digits of a number may stand in groups, the letters of a word may not.
    const isWhole = isCode || run.slice(1).every((part) => !part.isWordStart);
    return fits && isWhole ? [[letter.from, last.to]] : [];
  });
}

function merge(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const [from, to] of marks.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
