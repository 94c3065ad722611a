import { phoneDigits, phoneForms, phoneSearches, phonesIn } from './phone.ts';

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

/** What a record is found by. */
export interface SearchKeys {
  /** Found by how a word begins: names, addresses, models; also how serials and numbers begin. */
  readonly words: string;
  /** Found by any part, from three characters on: serials, phone numbers and whatever else has a digit. */
  readonly codes: string;
}

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

/** Words of the name and the addresses, digits of the phones. */
export function customerKeys(customer: {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}): SearchKeys {
  const phones = customer.phones.flatMap(phoneForms).map(phoneDigits);
  return keysOf([customer.name, ...customer.emails], phones);
}

export function deviceKeys(device: { readonly serial: string; readonly model: string }): SearchKeys {
  return keysOf([device.serial, device.model]);
}

/** Of free text, such as a note. */
export function textKeys(text: string): SearchKeys {
  return keysOf([text]);
}

function keysOf(texts: readonly string[], digits: readonly string[] = []): SearchKeys {
  const words = new Set([...texts.flatMap((text) => searchKey(text).split(' ')), ...digits]);
  words.delete('');
  return { words: [...words].join(' '), codes: [...words].filter(isCodeTerm).join(' ') };
}

/** The parts of a search text; a record is found when it contains all of them. */
export function searchTerms(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((term) => (phoneTerm.test(term) ? [phoneDigits(term)] : searchKey(term).split(' ')))
    .filter((term) => term !== '');
}

/**
 * The ways to take a search text, the surest first; the first that finds anything counts. A text with a phone number in it
 * has several: the number with its country, without it, and as typed.
 *
 * @param country the desk's own; see `normalizePhone`
 */
export function searchReadings(text: string, country: string | null): string[][] {
  const plain = text.normalize('NFKC');
  const numbers = phonesIn(plain);
  const searches = numbers.map((number) => phoneSearches(number, country));
  const count = Math.max(0, ...searches.map(({ length }) => length));
  const withNumbers = Array.from({ length: count }, (_, index) => {
    const words = numbers.reduce((rest, number) => rest.replace(number, ' '), plain);
    return [...searchTerms(words), ...searches.flatMap((found) => found[index] ?? found.at(-1) ?? [])];
  });
  const readings = [...withNumbers, searchTerms(plain), searchKey(plain).split(' ')];
  return distinct(readings.filter((terms) => terms.some((term) => term !== '')));
}

/** Whether the desk's country makes a difference to how a text is taken. */
export function hasNumber(text: string): boolean {
  return phonesIn(text.normalize('NFKC')).length > 0;
}

function distinct(readings: readonly string[][]): string[][] {
  const byText = new Map(readings.map((terms) => [terms.toSorted().join(' '), terms]));
  return [...byText.values()];
}

/** Whether a term is looked for inside serials and numbers, and not only where words begin. */
export function isCodeTerm(term: string): boolean {
  return term.length >= minCodeLength && /\p{N}/u.test(term);
}
