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

/** What one line about a caller says. */
export interface CallerText extends CustomerText {
  /** Of the device that the call is about; upper case. */
  readonly serial: string | null;
  /** The line without the serial: all that is about the person. */
  readonly person: string;
}

/** Letters and digits mixed in one word, as long as serials are: nobody's name, and no number that one calls. */
const serialWord = /(?<=^|\s)(?=[A-Z0-9]*[A-Z])(?=[A-Z0-9]*[0-9])[A-Z0-9]{10,47}(?=$|\s)/i;

/** Sorts a line into the person and the serial of the device. */
export function readCallerText(text: string): CallerText {
  const serial = serialWord.exec(text)?.[0] ?? null;
  const person = serial === null ? text.trim() : text.replace(serial, ' ').replace(/\s+/g, ' ').trim();
  return { ...readCustomerText(person), serial: serial?.toUpperCase() ?? null, person };
}

/** Few and bare digits: a barcode or a part of something rather than a phone number, and nobody's name. */
export function isBareNumber(text: string): boolean {
  const { name, phones, emails } = readCustomerText(text);
  const isNoWord = /\p{N}/u.test(name) && !/\p{L}/u.test(name);
  return (isNoWord && phones.length === 0 && emails.length === 0) || /^\p{Nd}{1,7}$/u.test(text.trim());
}
