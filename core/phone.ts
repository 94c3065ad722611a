import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number in E.164 ("+491715551234"), or the text as it was typed where that would lose something: a number
 * that no country has, words beside it, an extension.
 *
 * @param country the desk's own (ISO 3166, two capitals), for numbers without a country code; null when it is not known
 */
export function normalizePhone(typed: string, country: string | null): string {
  const text = typed.trim();
  const number = parse(text, country);
  return number?.isValid() === true && number.ext === undefined ? number.number : text;
}

/** A number as people group it ("+49 171 5551234"); what is not E.164 stays as it is. */
export function formatPhone(phone: string): string {
  if (!/^\+\d+$/.test(phone)) return phone;
  return parse(phone, null)?.formatInternational() ?? phone;
}

/** The ways a number is dialled: as it is stored, and within its country ("0171 5551234"). */
export function phoneForms(phone: string): string[] {
  const number = /^\+\d+$/.test(phone) ? parse(phone, null) : undefined;
  return number === undefined ? [phone] : [phone, number.formatNational()];
}

function parse(text: string, country: string | null) {
  const defaultCountry: CountryCode | undefined =
    country !== null && isSupportedCountry(country) ? country : undefined;
  // Without `extract: false` the words around a number would be dropped.
  return parsePhoneNumberFromString(text, {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  });
}
