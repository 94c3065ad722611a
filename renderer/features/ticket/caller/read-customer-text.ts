import { splitPhones } from '../../../../core/phone.ts';
import { phoneDigits, phonesIn } from '../../../../core/phone-text.ts';
import { maxContacts } from '../../../../core/records/customer-fields.ts';
import { readSerial } from '../context/read-serial.ts';

/** What a search text says about a customer who is not known yet. */
export interface CustomerText {
  readonly name: string;
  readonly phones: string[];
  readonly emails: string[];
}

/** The contract's limits, in characters. */
const limits = { name: 200, phone: 50, email: 254 };

const mailAddress = /[^\s@,;:|<>()"]+@[^\s@,;:|<>()"]+/g;

/** Sorts what was typed into name, phones and mail addresses, so that nothing has to be typed twice. */
export function readCustomerText(text: string): CustomerText {
  const line = text.normalize('NFKC');
  const emails = line.match(mailAddress) ?? [];
  const withoutEmails = line.replace(mailAddress, ' ').replace(/\s+/g, ' ');
  const runs = phonesIn(withoutEmails);
  const name = runs.reduce((rest, run) => rest.replace(run, ' '), withoutEmails);
  const phones = runs.flatMap((run) => splitPhones(run, null).flatMap(sideBySide));
  return {
    name: withoutLooseSigns(name).slice(0, limits.name),
    phones: phones.slice(0, maxContacts).map((phone) => phone.slice(0, limits.phone)),
    emails: emails.slice(0, maxContacts).map((email) => email.replace(/\.+$/, '').slice(0, limits.email)),
  };
}

/** The most digits that a phone number has (E.164), and the fewest of one that nobody takes for a part of another. */
const digitsOfOne = { most: 15, fewestAlone: 7 };

/** "612345678 933445566": numbers with nothing but a blank between them, of whatever country. */
function sideBySide(run: string): string[] {
  const words = run.split(' ');
  if (words.every((word) => phoneDigits(word).length >= digitsOfOne.fewestAlone)) return words;
  if (phoneDigits(run).length <= digitsOfOne.most) return [run];
  const ways = words.slice(1).map((_, index) => {
    const [first, rest] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return {
      parts: [first, rest],
      difference: Math.abs(phoneDigits(first).length - phoneDigits(rest).length),
    };
  });
  const [evenest] = ways.toSorted((left, right) => left.difference - right.difference);
  return evenest === undefined ? [run] : evenest.parts.flatMap(sideBySide);
}

/** What one line about a caller says. */
export interface CallerText extends CustomerText {
  /** Of the device that the call is about; upper case. */
  readonly serial: string | null;
  /** The line without the serial: all that is about the person. */
  readonly person: string;
}

/** A serial that is called one: "SN: 4K00-2C6P". */
const namedSerial = /(?<![\p{L}\p{N}])s\s?\/?\s?n\s*[.:#]\s*([A-Z0-9][A-Z0-9-]{3,60})(?![\p{L}\p{N}@])/iu;

/** Letters and digits mixed in one word, as long as serials are: nobody's name, and no number that one calls. */
const serialWord =
  /(?<=^|[\s,;:|<>()"])(?=[A-Z0-9]*[A-Z])(?=[A-Z0-9]*[0-9])[A-Z0-9]{10,47}(?=$|[\s,;:|<>()"]|\.(?:\s|$))/gi;

/** "Restaurante24", "mariagonzalez1975": a word with a number behind it is somebody's name. */
const nameWithNumber = /^[A-Z]+[0-9]{1,4}$/i;

/** Sorts a line into the person and the serial of the device. */
export function readCallerText(text: string): CallerText {
  const line = text.normalize('NFKC');
  const found = findSerial(line);
  const rest = found === null ? line : line.replace(found.text, ' ');
  const person = withoutLooseSigns(rest);
  return { ...readCustomerText(person), serial: found?.serial ?? null, person };
}

function findSerial(line: string): { readonly text: string; readonly serial: string } | null {
  const named = namedSerial.exec(line);
  const unnamed = line.match(serialWord)?.find((word) => !nameWithNumber.test(word)) ?? null;
  const [text, typed] = named === null ? [unnamed, unnamed] : [named[0], named[1]];
  const reading = readSerial(typed ?? '');
  return text !== null && reading.kind === 'serial' ? { text, serial: reading.serial } : null;
}

/** Commas and the like belong to a name only behind a word of it: "González, Maria". */
function withoutLooseSigns(text: string): string {
  const words = text.split(/\s+/).filter((word) => !/^[.,;:|/<>()"]*$/.test(word));
  return words
    .join(' ')
    .replace(/^[,;:|/<>"]+|[,;:|/<>"]+$/g, '')
    .trim();
}

/** Few and bare digits: a barcode or a part of something rather than a phone number, and nobody's name. */
export function isBareNumber(text: string): boolean {
  const { name, phones, emails } = readCustomerText(text);
  const isNoWord = /\p{N}/u.test(name) && !/\p{L}/u.test(name);
  return (isNoWord && phones.length === 0 && emails.length === 0) || /^\p{Nd}{1,7}$/u.test(text.trim());
}
