import { phoneForms, phoneSearches } from './phone.ts';
import { phoneDigits, phonesIn } from './phone-text.ts';
import { isCodeTerm, searchKey, searchTerms } from './search-text.ts';

/** What a record is found by. */
export interface SearchKeys {
  /** Found by how a word begins: names, addresses, models; also how serials and numbers begin. */
  readonly words: string;
  /** Found by any part, from three characters on: serials, phone numbers and whatever else has a digit. */
  readonly codes: string;
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
