import type { Random } from './random.ts';

/** A table as people's programs leave them: how it is written, and how many rows it has below its headings. */
export interface MessyTable {
  readonly text: string;
  readonly encoding: 'utf8' | 'utf16le' | 'latin1';
  /** Lines with something in them; each is one row, because no cell of these tables has a line break. */
  readonly rows: number;
}

type Draw = (random: Random, index: number) => string;

const headings: readonly [readonly string[], ...(readonly string[])[]] = [
  ['Name', 'Phone', 'E-mail', 'Language', 'Serial', 'Notes'],
  ['Nachname', 'Telefon', 'Mail', 'Sprache', 'Seriennummer', 'Bemerkung'],
  ['Nom', 'Téléphone', 'Courriel', 'Langue', 'N° de série', 'Remarques'],
  ['Nombre', 'Móvil', 'Correo', 'Idioma', 'Número de serie', 'Observaciones'],
];

const names: Draw = (random, index) =>
  random.pick([
    'Anna Berg',
    'Müller',
    'José Muñoz',
    '',
    `Customer ${index}`,
    '"The Corner" Shop',
    'Berg, Anna',
    "O'Neil",
  ]);
const phones: Draw = (random, index) =>
  random.pick([
    `0171 55${10000 + index}`,
    `+34 612 34 5${100 + (index % 900)}`,
    `17155${10000 + index}`,
    '4.91715E+11',
    '4,91715E+11',
    `="0171 55${10000 + index}"`,
    `030 1234567 / 0172 55${10000 + index}`,
    'none',
    '',
  ]);
const emails: Draw = (random, index) => random.pick([`c${index}@berg.example`, 'anna(at)berg', '', '']);
const spoken: Draw = (random) => random.pick(['', 'Deutsch', 'es', 'English', 'de-DE', 'alemán', 'Klingon']);
const serials: Draw = (random, index) =>
  random.pick(['', '', `7K0A1C9PAZ${10000 + index}`, '7.00012E+14', 'ABC_123', `SHARED${index % 5}`]);
const notes: Draw = (random) => random.pick(['', 'Rings at 8', 'very angry', '-5', '@home', 'the 5" drive']);
const draws = [names, phones, emails, spoken, serials, notes] as const;

/** Faults mixed at random: stray and open quotation marks, cells too many and too few, other delimiters and encodings. */
export function messyTable(random: Random): MessyTable {
  const delimiter = random.pick([',', ';', '\t', '|']);
  const lineEnd = random.pick(['\n', '\r\n', '\r']);
  const rows = random.integer(1, 6);
  const lines = Array.from({ length: rows }, () => line(random, delimiter));
  const between = () => (random.next() < 0.1 ? lineEnd : '');
  const title = random.pick(headings).join(delimiter);
  const told = random.next() < 0.2 ? `sep=${delimiter}${lineEnd}` : '';
  const text = `${told}${title}${lineEnd}${lines.map((one) => `${between()}${one}`).join(lineEnd)}${between()}`;
  const encoding = random.pick<MessyTable['encoding']>(['utf8', 'utf16le', 'latin1']);
  const hasMark = encoding === 'utf16le' || (encoding === 'utf8' && random.next() < 0.5);
  return { text: hasMark ? `\uFEFF${text}` : text, encoding, rows };
}

/** Never empty, so that it counts. */
function line(random: Random, delimiter: string): string {
  const cells = draws.map((draw) => written(random, draw(random, random.integer(0, 9999)), delimiter));
  const fault = random.next();
  if (fault < 0.08) return ['x', ...cells.slice(1, random.integer(1, 4))].join(delimiter);
  if (fault < 0.16) return ['x', ...cells.slice(1), 'one too many'].join(delimiter);
  if (fault < 0.24) return [`"${random.pick(['open', 'Bo'])}`, ...cells.slice(1)].join(delimiter);
  return [cells[0] || 'Bo', ...cells.slice(1)].join(delimiter);
}

/** In quotation marks where the rules ask for it, mostly. */
function written(random: Random, cell: string, delimiter: string): string {
  const needs = cell.includes(delimiter) || (cell.startsWith('"') && random.next() < 0.5);
  return (needs && random.next() < 0.8) || random.next() < 0.1 ? `"${cell.replaceAll('"', '""')}"` : cell;
}
