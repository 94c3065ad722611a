import * as z from 'zod';
import { splitPhones } from '../phone.ts';
import { phoneDigits } from '../phone-text.ts';
import { guessDeviceKind } from '../qr/device-kind.ts';
import { customerFields } from '../records/customer-fields.ts';
import { deviceFields } from '../records/device-fields.ts';
import { maxLengthOf, namesWhere } from '../records/field.ts';
import { searchKey } from '../search-text.ts';
import { type DeviceKind, type Language, serialSchema } from '../values.ts';
import type { ImportField, ImportMapping, ImportProblem } from './import-table.ts';
import { readLanguage } from './language-words.ts';
import { hasSecret } from './secret-cells.ts';
import { isRounded, plainCell, withoutFraction } from './spreadsheet.ts';

/** A row of a foreign table in our terms. */
export interface ImportRow {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly language: Language | null;
  /** A language that is known and not one of ours, as the cell has it. */
  readonly otherLanguage: string | null;
  readonly notes: string;
  /** Null for a row without a device. */
  readonly device: ({ readonly serial: string; readonly kind: DeviceKind } & DeviceTexts) | null;
}

/** The fields of a device that are taken as they are written. */
export const deviceTexts = namesWhere(deviceFields, 'imported', 'text');
type DeviceTexts = Readonly<Record<(typeof deviceTexts)[number], string>>;

/** Why a row is not taken, and what it is about. */
export interface RowProblem {
  readonly reason: ImportProblem;
  readonly value: string;
}

export type RowReading =
  | { readonly ok: true; readonly row: ImportRow }
  | { readonly ok: false; readonly problem: RowProblem };

/** How the rows of a table are taken. */
export interface RowRules {
  readonly mapping: ImportMapping;
  /** A row may have as many cells; a table without headings has empty ones. */
  readonly headings: readonly string[];
  /** Cells that are missing at the end are empty. */
  readonly takesShortRows: boolean;
  /** The desk's own; see `normalizePhone`. */
  readonly country: string | null;
}

/** As long as an agent can type. */
const limits = {
  name: maxLengthOf(customerFields.name),
  phone: maxLengthOf(customerFields.phones),
  email: maxLengthOf(customerFields.emails),
  notes: maxLengthOf(customerFields.notes),
} as const;

/** Fewer digits are no phone number anywhere. */
const phoneDigitsFrom = 3;

const kindWords: readonly (readonly [DeviceKind, string])[] = [
  [
    'recorder',
    'recorder, nvr, xvr, dvr, hcvr, video recorder, rekorder, grabador, grabadora, enregistreur, registratore, videoregistratore, gravador, rejestrator, регистратор, видеорегистратор, 录像机, 硬盘录像机, レコーダー',
  ],
  [
    'camera',
    'camera, ipc, ip camera, kamera, ip kamera, cámara, caméra, telecamera, câmera, câmara, камера, видеокамера, ip камера, 摄像机, 摄像头, カメラ',
  ],
  [
    'doorStation',
    'door station, doorstation, vto, doorbell, türstation, türsprechanlage, videoportero, portier vidéo, videocitofono, videoporteiro, deurstation, wideodomofon, домофон, видеодомофон, вызывная панель, 门口机, ドアホン',
  ],
  [
    'accessController',
    'access control, access controller, asi, asa, control de acceso, zutrittskontrolle, contrôle d’accès, controllo accessi, controle de acesso, kontrola dostępu, контроль доступа, 门禁',
  ],
];

const kinds: ReadonlyMap<string, DeviceKind> = new Map(
  kindWords.flatMap(([kind, words]) =>
    words.split(', ').map((word): [string, DeviceKind] => [searchKey(word), kind]),
  ),
);

/** Reads the cells of one row; the first thing that makes no sense refuses it. */
export function readRow(cells: readonly string[], rules: RowRules): RowReading {
  const problem = misfit(cells, rules);
  if (problem !== null) return { ok: false, problem };
  const read = cellsByField(cells, rules);
  const fault = firstFault(read, secretFault(cells, rules));
  if (fault !== null) return { ok: false, problem: fault };
  const { name, phones, emails, notes, serial, texts, language, kind } = read;
  const spoken = readLanguage(language);
  const isOther = spoken === 'foreign' || spoken === undefined;
  const device =
    serial === ''
      ? null
      : { serial, ...texts, kind: kinds.get(searchKey(kind)) ?? guessDeviceKind(texts.model || null) };
  const row = { name, phones, emails, notes, device };
  return {
    ok: true,
    row: { ...row, language: isOther ? null : spoken, otherLanguage: isOther ? language : null },
  };
}

/** Cells that belong nowhere, or are missing. */
function misfit(
  cells: readonly string[],
  { headings, mapping, takesShortRows }: RowRules,
): RowProblem | null {
  const extra = cells.slice(headings.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0) return { reason: 'moreCells', value: extra.join(' | ') };
  return isShort(cells, mapping) && !takesShortRows
    ? { reason: 'fewerCells', value: cells.join(' | ') }
    : null;
}

/** Whether cells are missing that would be taken. */
export function isShort(cells: readonly string[], mapping: ImportMapping): boolean {
  return cells.length <= mapping.findLastIndex((field) => field !== null);
}

function cellsByField(cells: readonly string[], { mapping, country }: RowRules) {
  const all = (field: ImportField) =>
    mapping.flatMap((mapped, index) => (mapped === field ? [plainCell(cells[index] ?? '')] : []));
  const one = (field: ImportField) => all(field)[0] ?? '';
  const phoneCells = all('phone').map((cell) => withoutFraction(cell.replace(/^'/, '')));
  const serialCell = withoutFraction(one('serial').replace(/^'/, ''));
  const phones = phoneCells.flatMap((cell) => splitPhones(cell, country));
  return {
    name: wholeName(one('name').replace(/\s+/g, ' '), joinedName(one('firstName'), one('lastName'))),
    roundedNumber: [...phones, serialCell].find(isRounded),
    phones,
    emails: all('email').flatMap(mailAddresses),
    notes: one('notes'),
    serial: serialCell.replace(/[\s-]/g, '').toUpperCase(),
    // One for each of the names.
    texts: Object.fromEntries(deviceTexts.map((name) => [name, one(name)])) as DeviceTexts,
    language: one('language'),
    kind: one('kind'),
  };
}

/** Address books have a company beside a person's first and last name: neither is lost. */
function wholeName(name: string, person: string): string {
  if (name === '' || person === '') return name || person;
  const words = new Set(searchKey(name).split(' '));
  const isSame = searchKey(person)
    .split(' ')
    .every((word) => words.has(word));
  return isSame ? name : `${person}, ${name}`;
}

/** As it is said; where names are written in Chinese, Japanese or Korean, the family comes first. */
function joinedName(first: string, last: string): string {
  const isEastern = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
  const joined = isEastern.test(first + last) ? `${last}${first}` : `${first} ${last}`;
  return joined.replace(/\s+/g, ' ').trim();
}

function firstFault(read: ReturnType<typeof cellsByField>, secret: string | undefined): RowProblem | null {
  const { name, phones, emails, serial, notes, texts, language, kind, roundedNumber } = read;
  if (name === '' && phones.length === 0 && emails.length === 0 && serial === '')
    return { reason: 'nothing', value: notes || Object.values(texts).find((text) => text !== '') || '' };
  const badPhone = phones.find((phone) => phoneDigits(phone).length < phoneDigitsFrom);
  const badEmail = emails.find((email) => !z.email().safeParse(email).success);
  const longText = deviceTexts.find((text) => !deviceFields[text].typed.safeParse(texts[text]).success);
  const long =
    tooLong({ name: [name], notes: [notes], phone: phones, email: emails }) ?? (longText && texts[longText]);
  const faults: readonly (readonly [ImportProblem, string | undefined])[] = [
    ['cutNumber', roundedNumber],
    ['badPhone', badPhone],
    ['badEmail', badEmail],
    ['badLanguage', readLanguage(language) === undefined ? language : undefined],
    ['badSerial', serial === '' || serialSchema.safeParse(serial).success ? undefined : serial],
    ['badKind', kind === '' || kinds.has(searchKey(kind)) ? undefined : kind],
    ['tooLong', long],
    ['secret', secret],
  ];
  for (const [reason, value] of faults) if (value !== undefined) return { reason, value };
  return null;
}

/** Names a row with a secret by another of its cells; undefined where there is none in what would be kept. */
function secretFault(cells: readonly string[], { mapping, headings }: RowRules): string | undefined {
  const kept = cells.flatMap((cell, index) =>
    mapping[index] == null || cell.trim() === ''
      ? []
      : { cell, isSecret: hasSecret(headings[index] ?? '', cell) },
  );
  if (!kept.some(({ isSecret }) => isSecret)) return undefined;
  return kept.find(({ isSecret }) => !isSecret)?.cell.trim() ?? '';
}

function tooLong(texts: Readonly<Record<keyof typeof limits, readonly string[]>>): string | undefined {
  return (Object.keys(limits) as (keyof typeof limits)[])
    .flatMap((field) => texts[field].filter((text) => text.length > limits[field]))
    .at(0);
}

/** Several in one cell; each also as an address book writes it: "Anna <anna@berg.example>", "mailto:anna@berg.example". */
function mailAddresses(cell: string): string[] {
  const inBrackets = [...cell.matchAll(/<([^<>@\s]+@[^<>\s]+)>/g)].flatMap(([, address]) => address ?? []);
  if (inBrackets.length > 0) return inBrackets;
  return cell.split(/[;,|\s]|:::/).flatMap((part) => part.trim().replace(/^mailto:/i, '') || []);
}
