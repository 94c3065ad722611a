import { setImmediate as otherWork } from 'node:timers/promises';
import { type CustomerFields, customerFieldsSchema } from '../../../core/contract/people-calls.ts';
import type { Customer, Device } from '../../../core/contract/records.ts';
import { blankDevice } from '../../../core/records/device-fields.ts';
import {
  deviceTexts,
  type ImportRow,
  type RowProblem,
  type RowReading,
  type RowRules,
  readRow,
} from '../../../core/transfer/import-row.ts';
import { readDeskSettings } from '../settings/index.ts';
import { changeCustomer, changeDevice, insertCustomer, insertDevice } from '../work/record-writing.ts';
import type { Work } from '../work/work.ts';
import { hasSameName, KnownCustomers } from './known-customers.ts';
import type { Table } from './read-table.ts';
import type { Progress } from './transfers.ts';

/** A few milliseconds of work; then a cancel can be heard. */
const ROWS_PER_TURN = 20;

type Effect = 'added' | 'changed' | 'same';

/** What became of each row. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly ({ readonly row: number } & RowProblem)[];
  /** Languages that are not ours, and how many rows name each. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What the agent has said of the table. */
export type ImportChoices = Pick<RowRules, 'mapping' | 'takesShortRows'>;

/** The agent stopped it; the transaction is to be rolled back. */
export class ImportStopped extends Error {}

/**
 * Takes rows into the records. What is there is never overwritten: a known customer or device gets what it lacks.
 *
 * @throws ImportStopped once it was cancelled
 */
export async function importRows(
  work: Work,
  { headings, rows, delimiter }: Table,
  choices: ImportChoices,
  { report, signal }: Progress,
): Promise<ImportResult> {
  const { country } = (await readDeskSettings(work)).settings;
  const rules: RowRules = { ...choices, headings, country };
  const known = await KnownCustomers.read(work, country);
  const counts = { added: 0, changed: 0, same: 0 };
  const problems: ({ row: number } & RowProblem)[] = [];
  const leftOut = new Map<string, number>();
  for (const [index, { number, cells, isBroken }] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) {
      report(index, rows.length);
      await otherWork();
      if (signal.aborted) throw new ImportStopped();
    }
    const reading = isBroken ? unreadable(cells, delimiter) : readRow(cells, rules);
    const outcome = reading.ok ? await takeRow(work, known, reading.row) : reading.problem;
    if (typeof outcome !== 'string') problems.push({ row: number, ...outcome });
    else counts[outcome] += 1;
    const language = reading.ok && typeof outcome === 'string' ? reading.row.otherLanguage : null;
    if (language !== null) leftOut.set(language, (leftOut.get(language) ?? 0) + 1);
  }
  report(rows.length, rows.length);
  return { ...counts, problems, leftOut };
}

function unreadable(cells: readonly string[], delimiter: string): RowReading {
  return { ok: false, problem: { reason: 'unreadable', value: cells.join(delimiter) } };
}

async function takeRow(work: Work, known: KnownCustomers, row: ImportRow): Promise<Effect | RowProblem> {
  const { customers, devices } = work.repositories;
  const device = row.device === null ? null : await devices.findBySerial(row.device.serial);
  const hasPerson = row.name !== '' || hasContact(row);
  const owner = device?.customerId == null ? null : await customers.find(device.customerId);
  const matches = hasPerson ? known.find(row) : [];
  if (matches.length > 1)
    return hasContact(row)
      ? { reason: 'twoCustomers', value: contactsOf(row) }
      : { reason: 'severalOfName', value: row.name };
  const [matchId] = matches;
  const match = matchId === undefined ? null : await customers.find(matchId);
  const customer = match ?? (owner !== null && hasSameName(owner, row) ? owner : null);
  if (owner !== null && hasPerson && customer?.id !== owner.id)
    return { reason: 'otherOwner', value: device?.serial ?? '' };
  const filled = known.fill(customer, row);
  if (!customerFieldsSchema.shape.phones.safeParse(filled.phones).success)
    return { reason: 'tooMany', value: filled.phones.join(', ') };
  if (!customerFieldsSchema.shape.emails.safeParse(filled.emails).success)
    return { reason: 'tooMany', value: filled.emails.join(', ') };
  const person = hasPerson ? await takeCustomer(work, known, customer, filled) : null;
  const taken = row.device === null ? null : await takeDevice(work, device, row.device, person?.id ?? null);
  const effects = [person?.effect, taken];
  if (effects.includes('added')) return 'added';
  return effects.includes('changed') ? 'changed' : 'same';
}

async function takeCustomer(
  work: Work,
  known: KnownCustomers,
  customer: Customer | null,
  filled: CustomerFields,
): Promise<{ id: string; effect: Effect }> {
  if (customer === null) {
    const added = await insertCustomer(work, { id: work.newId(), ...filled });
    known.add(added);
    return { id: added.id, effect: 'added' };
  }
  const changed = { ...customer, ...filled };
  if (JSON.stringify(changed) === JSON.stringify(customer)) return { id: customer.id, effect: 'same' };
  await changeCustomer(work, changed);
  known.add(changed);
  return { id: customer.id, effect: 'changed' };
}

function hasContact({ phones, emails }: ImportRow): boolean {
  return phones.length > 0 || emails.length > 0;
}

function contactsOf({ phones, emails }: ImportRow): string {
  return [...phones, ...emails].join(', ');
}

async function takeDevice(
  work: Work,
  known: Device | null,
  row: NonNullable<ImportRow['device']>,
  customerId: string | null,
): Promise<Effect> {
  if (known === null) {
    await insertDevice(work, { ...blankDevice, ...row, id: work.newId(), customerId });
    return 'added';
  }
  const filled: Device = { ...known, customerId: known.customerId ?? customerId };
  for (const name of deviceTexts) filled[name] ||= row[name];
  if (JSON.stringify(filled) === JSON.stringify(known)) return 'same';
  await changeDevice(work, filled);
  return 'changed';
}
