import { phoneForms, phoneSearches } from './phone.ts';
import { phoneDigits, phonesIn } from './phone-text.ts';
import { customerFields } from './records/customer-fields.ts';
import { deviceFields } from './records/device-fields.ts';
import { type Fields, type NamesWhere, namesWhere, type ValuesOf } from './records/field.ts';
import { isCodeTerm, searchKey, searchTerms } from './search-text.ts';

/**
 * To be raised whenever the rules here, of `searchKey` or of phone forms give other keys, or another field is searched: databases note
 * by which version their keys were made, and make them anew.
 */
export const SEARCH_KEY_VERSION = 1;

/** What a record is found by. */
export interface SearchKeys {
  /** Found by how a word begins: names, addresses, models; also how serials and numbers begin. */
  readonly words: string;
  /** Found by any part, from three characters on: serials, phone numbers and whatever else has a digit. */
  readonly codes: string;
}

/** The fields that a record is found by; an older database may not have all of them. */
type Searched<Table extends Fields> = {
  readonly [Name in NamesWhere<Table, 'search', 'text' | 'phone'>]?: Readonly<ValuesOf<Table>[Name]>;
};

export function customerKeys(customer: Searched<typeof customerFields>): SearchKeys {
  return recordKeys(customerFields, customer);
}

export function deviceKeys(device: Searched<typeof deviceFields>): SearchKeys {
  return recordKeys(deviceFields, device);
}

function recordKeys(table: Fields, record: Readonly<Record<string, unknown>>): SearchKeys {
  const texts = namesWhere(table, 'search', 'text').flatMap((name) => textsOf(record[name]));
  const phones = namesWhere(table, 'search', 'phone').flatMap((name) => textsOf(record[name]));
  return keysOf(texts, phones.flatMap(phoneForms).map(phoneDigits));
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((text) => typeof text === 'string');
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
