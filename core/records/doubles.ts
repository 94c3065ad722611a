import { phoneKey } from '../phone.ts';
import { phoneDigits } from '../phone-text.ts';
import { searchKey } from '../search-text.ts';
import type { SharedField } from './shared-field.ts';

/** What tells one customer from another. */
export interface Identity {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** Fewer digits are a house number or a part of one being typed. */
const phoneDigitsFrom = 5;

/**
 * Why two customers could be one; null when nothing says so. A name counts in any spelling of its letters, a number in
 * any that means the same under the desk's country.
 */
export function sharedField(one: Identity, other: Identity, country: string | null): SharedField | null {
  const numbers = ({ phones }: Identity) =>
    phones
      .filter((phone) => phoneDigits(phone).length >= phoneDigitsFrom)
      .map((phone) => phoneKey(phone, country));
  const addresses = ({ emails }: Identity) => emails.map((email) => email.trim().toLowerCase());
  if (hasCommon(numbers(one), numbers(other))) return 'phone';
  if (hasCommon(addresses(one), addresses(other))) return 'email';
  const name = searchKey(one.name);
  return name !== '' && name === searchKey(other.name) ? 'name' : null;
}

function hasCommon(texts: readonly string[], others: readonly string[]): boolean {
  return texts.some((text) => text !== '' && others.includes(text));
}
