import { phonesIn } from '../../../../core/phone-text.ts';

/** What a search text says about a customer who is not known yet. */
export interface CustomerText {
  readonly name: string;
  readonly phones: string[];
  readonly emails: string[];
}

/** The contract's limits, in characters. */
const limits = { name: 200, phone: 50, email: 254 };

/** Sorts what was typed into name, phone and mail address, so that nothing has to be typed twice. */
export function readCustomerText(text: string): CustomerText {
  const words = text.normalize('NFKC').split(/\s+/);
  const email = words.find((word) => /^[^@]+@[^@]+$/.test(word)) ?? '';
  const withoutEmail = words.filter((word) => word !== email).join(' ');
  const [phone = ''] = phonesIn(withoutEmail);
  const name = withoutEmail.replace(phone, ' ').replace(/\s+/g, ' ').trim();
  return {
    name: name.slice(0, limits.name),
    phones: phone === '' ? [] : [phone.slice(0, limits.phone)],
    emails: email === '' ? [] : [email.slice(0, limits.email)],
  };
}

/** Few and bare digits: a barcode or a part of something rather than a phone number, and nobody's name. */
export function isBareNumber(text: string): boolean {
  const { name, phones, emails } = readCustomerText(text);
  const isNoWord = /\p{N}/u.test(name) && !/\p{L}/u.test(name);
  return (isNoWord && phones.length === 0 && emails.length === 0) || /^\p{Nd}{1,7}$/u.test(text.trim());
}
