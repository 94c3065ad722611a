import { searchTerms } from '../../core/search-text.ts';

/** How well a name fits: the less, the better; null for not at all. */
export type Fit = number | null;

/** Whether every part that was typed begins a word: no guess. */
export function isSure(fit: number): boolean {
  return fit === RANKS.beginning;
}

/** A slip of the finger is looked past in words of so many letters and more. */
const SLIP_FROM = 4;

/** What counts: the beginning of a word, the inside of one, a word with one letter wrong. */
const RANKS = { beginning: 0, inside: 1, slip: 4 } as const;

/**
 * How a typed text fits a name: every part of it has to be found in a word, whatever the order, case and marks, and with one slip
 * of the finger ("bakcup" is a backup).
 */
export function fitOf(typed: string, name: string): Fit {
  const words = searchTerms(name);
  const ranks = searchTerms(typed).map((term) => Math.min(...words.map((word) => rankOf(term, word))));
  const sum = ranks.reduce((total, rank) => total + rank, 0);
  return ranks.length === 0 || !Number.isFinite(sum) ? null : sum;
}

function rankOf(term: string, word: string): number {
  if (word.startsWith(term)) return RANKS.beginning;
  if (term.length > 2 && word.includes(term)) return RANKS.inside;
  if (term.length < SLIP_FROM) return Number.POSITIVE_INFINITY;
  const beginnings = [term.length - 1, term.length, term.length + 1].map((length) => word.slice(0, length));
  return beginnings.some((beginning) => isOneSlip(term, beginning)) ? RANKS.slip : Number.POSITIVE_INFINITY;
}

/** One letter too many, one missing, one wrong, or two neighbours changed about. */
function isOneSlip(term: string, word: string): boolean {
  let start = 0;
  while (start < Math.min(term.length, word.length) && term[start] === word[start]) start += 1;
  const [restOfTerm, restOfWord] = [term.slice(start), word.slice(start)];
  return (
    restOfTerm.slice(1) === restOfWord.slice(1) ||
    restOfTerm.slice(1) === restOfWord ||
    restOfTerm === restOfWord.slice(1) ||
    (restOfTerm[0] === restOfWord[1] &&
      restOfTerm[1] === restOfWord[0] &&
      restOfTerm.slice(2) === restOfWord.slice(2))
  );
}
