import type { Random } from '../../../core/testkit/random.ts';

/** Made-up people, shops and devices, with the spellings and signs that a desk in Europe meets. */

const givenNames = [
  'Anna',
  'Łukasz',
  'Zoë',
  'José',
  'Mária',
  'Søren',
  'Jürgen',
  'Chloé',
  'Ana',
  'Tomáš',
  'Ingrid',
  'Omar',
  'Fatma',
  'Işık',
  'Dmitri',
  'Elena',
  'Pål',
  'Sinéad',
  'Björn',
  'Márton',
  'Lucía',
  'Noah',
  'Emma',
  'Ștefan',
  'Đorđe',
  'Ada',
  'Bruno',
  'Carla',
  'Daniel',
  'Eva',
  'Felix',
  'Greta',
  'Hugo',
  'Irene',
  'Jonas',
  'Karin',
  'Leon',
  'Mina',
  'Nils',
  'Olga',
] as const;

const familyNames = [
  'Müller',
  'Nowak',
  'García',
  'Sørensen',
  'Groß',
  'Łoś',
  'Ørsted',
  'Dvořák',
  'Núñez',
  "O'Brien",
  'Lefèvre',
  'Bianchi',
  'Kovács',
  'Yılmaz',
  'Ivanov',
  'Haddad',
  'Petrović',
  'Åkesson',
  'Popescu',
  'Weber',
  'Schmidt',
  'Keller',
  'Rossi',
  'Fernández',
  'Costa',
  'Silva',
  'Novák',
  'Horvat',
  'Larsen',
  'Virtanen',
  'Jansen',
  'de Vries',
  'Dubois',
  'Moreau',
  'Fischer',
  'Wagner',
  'Becker',
  'Hoffmann',
  'Schäfer',
  'Koch',
  'Bauer',
  'Richter',
  'Klein',
  'Wolf',
  'Neumann',
  'Schwarz',
  'Zimmermann',
  'Braun',
  'Krüger',
  'Hartmann',
] as const;

const shops = [
  'Bakery',
  'Pharmacy',
  'Garage',
  'Café',
  'Hotel',
  'School',
  'Dental',
  'Kiosk',
  'Farm',
  'Workshop',
] as const;
const models = [
  'XVR5116HS',
  'NVR4108',
  'NVR5216',
  'XVR4104C',
  'IPC-HFW2431',
  'NVR608R',
  'XVR1B08',
  'DVR2104',
] as const;
const serialLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

const noteWords = [
  'mailbox',
  'installer',
  'invoice',
  'label',
  'recorder',
  'monitor',
  'callback',
  'morning',
  'password',
  'router',
  'Postfach',
  'Errichter',
  'Rechnung',
  'cámara',
  'factura',
  'correo',
  'upstairs',
  'warehouse',
  'locked',
  'screen',
] as const;

export interface MadeCustomer {
  readonly name: string;
  readonly phones: string[];
  readonly emails: string[];
  readonly notes: string;
}

export function makeCustomer(random: Random, index: number): MadeCustomer {
  const person = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
  const name = random.next() < 0.3 ? `${random.pick(familyNames)} ${random.pick(shops)}` : person;
  const phones = [makePhone(random)];
  if (random.next() < 0.2) phones.push(makePhone(random));
  const emails = random.next() < 0.7 ? [`customer${index}@mail${index % 97}.example`] : [];
  return { name, phones, emails, notes: random.next() < 0.05 ? makeNote(random) : '' };
}

/** Like the numbers of mobile phones in Germany and Spain; nobody is meant. */
function makePhone(random: Random): string {
  const digits = String(random.integer(0, 9_999_999)).padStart(7, '0');
  return random.next() < 0.6 ? `+49171${digits}` : `+3461${digits}`;
}

export function makeNote(random: Random): string {
  return Array.from({ length: random.integer(3, 9) }, () => random.pick(noteWords)).join(' ');
}

export function makeModel(random: Random): string {
  return random.pick(models);
}

/** 15 characters, as the vendor's own are; the place in the list keeps it unique. */
export function makeSerial(random: Random, index: number): string {
  const made = Array.from(
    { length: 8 },
    () => serialLetters[random.integer(0, serialLetters.length - 1)],
  ).join('');
  return `${made}${index.toString(36).toUpperCase().padStart(7, '0')}`;
}
