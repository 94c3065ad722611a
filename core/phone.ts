import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { phoneDigits, phoneDigitsFrom, tidy } from './phone-text.ts';

/** What a link puts before a number. */
const linkStart = /^(?:tel|callto|sms|whatsapp)\s*:\s*/i;

/** The country's code in brackets, as in "(+34) 612" and "(0034) 612". */
const codeInBrackets = /^\(\s*(\+|00)\s*(\d{1,3})\s*\)/;

const extension = /[\s,;]*(?:ext\.?|x|#)[\s=]*\d+$/i;

/** The zero that is dialled within a country only, as in "+34 (0) 612". */
const zeroInBrackets = /\(\s*0\s*\)/;

/** The shortest number with its country that nobody takes for one without ("49 30 123456" is 10). */
const fullLengthFrom = 11;

/**
 * A phone number in E.164 ("+491715551234"), or the text as it was typed where that would lose something: a number
 * that no country has, words beside it, an extension.
 *
 * @param country the desk's own (ISO 3166, two capitals), for numbers without a country code; null when it is not known
 */
export function normalizePhone(typed: string, country: string | null): string {
  const number = readPhone(typed, country);
  return number !== null && number.ext === undefined ? number.number : typed.trim();
}

/** What two spellings of one number have in common: E.164 with the extension, else the digits, else the text. */
export function phoneKey(phone: string, country: string | null): string {
  if (/^\+\d+$/.test(phone)) return phone;
  const number = readPhone(phone, country);
  if (number !== null) return number.ext === undefined ? number.number : `${number.number};${number.ext}`;
  const digits = phoneDigits(phone);
  return digits.length >= phoneDigitsFrom ? digits : tidy(phone).toLowerCase();
}

/** Each number once, in the spelling that came first. */
export function distinctPhones(phones: readonly string[], country: string | null): string[] {
  const seen = new Set(['']);
  return phones.filter((phone) => {
    const key = phoneKey(phone, country);
    return !seen.has(key) && seen.add(key);
  });
}

/** A number as people group it ("+49 171 5551234"); what is not E.164 stays as it is. */
export function formatPhone(phone: string): string {
  if (!/^\+\d+$/.test(phone)) return phone;
  return parse(phone, null)?.formatInternational() ?? phone;
}

/** The ways a number is dialled: as it is stored, and within its country ("0171 5551234"). */
export function phoneForms(phone: string): string[] {
  const number = /^\+\d+$/.test(phone) ? parse(phone, null) : null;
  return number === null ? [phone] : [phone, number.formatNational()];
}

/**
 * What to look for among the digits of stored numbers, the surest first, so that a number is found however it is
 * spelled, and also while it is being typed: with its country, without it, as typed.
 */
export function phoneSearches(typed: string, country: string | null): string[] {
  const number = readPhone(typed, country) ?? beginningOf(typed, country);
  const found = number === null ? [] : [phoneDigits(number.number), number.nationalNumber];
  const asTyped = [tidy(typed).replace(extension, ''), typed].map(phoneDigits);
  return [...new Set([...found, ...asTyped])].filter((digits) => digits.length >= 3);
}

/** A country as the computer names it ("DE"); null for none, and for one without phone numbers. */
export function countryOf(code: string): string | null {
  return supported(code) ?? null;
}

/** Countries that have phone numbers, with their calling codes ("49"). */
export function phoneCountries(): { country: string; callingCode: string }[] {
  return getCountries().map((country) => ({ country, callingCode: getCountryCallingCode(country) }));
}

/** Several numbers in one text, as a table has them in a cell; a number with a slash in it stays whole. */
export function splitPhones(text: string, country: string | null): string[] {
  const sure = text.split(/[;\n\r|]|:::/).flatMap((part) => part.trim() || []);
  return sure.flatMap((part) => {
    if (readPhone(part, country) !== null) return [part];
    const parts = part.split(
      /\s*,\s*|\s+\/\s*|\s*\/\s+|\s+(?:or|oder|o\.?|ou|of|lub|или|и|y|and|und|et|bzw\.?|&)\s+/i,
    );
    const isSeveral = parts.every((one) => phoneDigits(one).length >= phoneDigitsFrom);
    return isSeveral && parts.length > 1 ? parts.map((one) => one.trim()) : sideBySide(part, country);
  });
}

/** "0171 5551234 030 1234567": numbers with nothing but a blank between them, each of which a country has. */
function sideBySide(text: string, country: string | null): string[] {
  for (const { index } of text.matchAll(/\s+(?=[+(0])/g)) {
    const [first, rest] = [text.slice(0, index), text.slice(index).trim()];
    if (readPhone(first, country) === null) continue;
    const others = readPhone(rest, country) === null ? sideBySide(rest, country) : [rest];
    if (others.every((other) => readPhone(other, country) !== null)) return [first, ...others];
  }
  return [text];
}

/** The number that a text is, and nothing beside it; null when no country has it. */
function readPhone(typed: string, country: string | null): PhoneNumber | null {
  for (const spelling of spellingsOf(tidy(typed), country)) {
    const number = parse(spelling, country);
    if (number?.isValid() === true) return number;
  }
  return null;
}

/** As much of a number as has been typed. */
function beginningOf(
  typed: string,
  country: string | null,
): { number: string; nationalNumber: string } | null {
  const [spelling = ''] = spellingsOf(tidy(typed), country);
  const asYouType = new AsYouType(supported(country));
  asYouType.input(spelling);
  const number = asYouType.getNumberValue();
  const nationalNumber = asYouType.getNumber()?.nationalNumber ?? '';
  return number === undefined ? null : { number, nationalNumber };
}

/** The ways to take a text, the likeliest first. */
function spellingsOf(text: string, country: string | null): string[] {
  const bare = text.replace(/^'/, '').replace(linkStart, '').replace(codeInBrackets, '$1$2 ');
  const dialled = bare.replace(/^00\s*(?=[1-9])/, '+');
  const withoutZero = dialled.replace(zeroInBrackets, ' ');
  const code = supported(country);
  // A table that was opened as numbers has lost the plus.
  const isFull = /^[1-9]\d+$/.test(bare) && bare.length >= fullLengthFrom;
  const isOwn = code !== undefined && bare.startsWith(getCountryCallingCode(code));
  return [
    ...(isFull && isOwn ? [`+${bare}`] : []),
    withoutZero,
    dialled,
    bare,
    ...(isFull && code !== undefined ? [`+${bare}`] : []),
  ];
}

function parse(text: string, country: string | null): PhoneNumber | null {
  const defaultCountry = supported(country);
  // Without `extract: false` the words around a number would be dropped.
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  });
  return number ?? null;
}

function supported(country: string | null): CountryCode | undefined {
  return country !== null && isSupportedCountry(country) ? country : undefined;
}
