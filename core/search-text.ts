import { phoneDigits } from './phone-text.ts';

/** Letters that Unicode does not take apart into a base letter and a mark, as people type them without the mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};

const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** A term of phone punctuation and digits only, such as "(0171)" or "555-12". */
const phoneTerm = /^[+()./-]*\d[\d()./-]*$/;

/** The fewest characters that are looked for inside a serial or a number; the index has three in a row. */
const minCodeLength = 3;

/**
 * Text as it is searched: lower case, without marks ("Łukasz Müller-Groß" is "lukasz muller gross"), words separated
 * by one space, nothing but letters and digits. Safe inside a search expression.
 */
export function searchKey(text: string): string {
  return plainText(text)
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Lower case without marks; everything else stays where it is. */
export function plainText(text: string): string {
  return (
    text
      // Dotted capital I would otherwise become an i with a mark of its own in lower case.
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(plainLetter, (letter) => plainLetters[letter] ?? letter)
  );
}

/** The parts of a search text; a record is found when it contains all of them. */
export function searchTerms(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((term) => (phoneTerm.test(term) ? [phoneDigits(term)] : searchKey(term).split(' ')))
    .filter((term) => term !== '');
}

/** Whether a term is looked for inside serials and numbers, and not only where words begin. */
export function isCodeTerm(term: string): boolean {
  return term.length >= minCodeLength && /\p{N}/u.test(term);
}
