import { setImmediate as otherWork } from 'node:timers/promises';
import type { Customer, Device } from '../../../core/contract/records.ts';
import { normalizePhone } from '../../../core/phone.ts';
import { searchKey, searchTerms } from '../../../core/search-key.ts';
import { type ImportRow, readRow } from '../../../core/transfer/import-row.ts';
import type { ImportMapping, ImportProblem } from '../../../core/transfer/import-table.ts';
import type { TableRow } from '../transfer/read-table.ts';
import type { Progress } from '../transfer/transfers.ts';
import { readDeskSettings } from './desk-settings.ts';
import { changeCustomer, changeDevice, insertCustomer, insertDevice } from './record-writing.ts';
import type { Work } from './work.ts';

/** A few milliseconds of work; then a cancel can be heard. */
const ROWS_PER_TURN = 20;

/** Customers that share a number are few; more of them are looked at no further. */
const matchesLookedAt = 20;

type Effect = 'added' | 'changed' | 'same';

/** What became of each row. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly { readonly row: number; readonly reason: ImportProblem }[];
}

/** The agent stopped it; the transaction is to be rolled back. */
export class ImportStopped extends Error {}

/**
 * Takes rows into the records. What is there is never overwritten: a known customer or device gets what it lacks.
 *
 * @throws ImportStopped once it was cancelled
 */
export async function importRows(
  work: Work,
  rows: readonly TableRow[],
  mapping: ImportMapping,
  { report, signal }: Progress,
): Promise<ImportResult> {
  const { country } = (await readDeskSettings(work)).settings;
  const counts = { added: 0, changed: 0, same: 0 };
  const problems: { row: number; reason: ImportProblem }[] = [];
  for (const [index, { number, cells, isBroken }] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) {
      report(index, rows.length);
      await otherWork();
      if (signal.aborted) throw new ImportStopped();
    }
    const reading = isBroken ? ({ ok: false, problem: 'unreadable' } as const) : readRow(cells, mapping);
    const outcome = reading.ok ? await takeRow(work, withFullPhones(reading.row, country)) : reading.problem;
    if (isEffect(outcome)) counts[outcome] += 1;
    else problems.push({ row: number, reason: outcome });
  }
  report(rows.length, rows.length);
  return { ...counts, problems };
}

function isEffect(outcome: Effect | ImportProblem): outcome is Effect {
  return outcome === 'added' || outcome === 'changed' || outcome === 'same';
}

function withFullPhones(row: ImportRow, country: string | null): ImportRow {
  return { ...row, phones: row.phones.map((phone) => normalizePhone(phone, country)) };
}

async function takeRow(work: Work, row: ImportRow): Promise<Effect | ImportProblem> {
  const { customers, devices } = work.repositories;
  const device = row.device === null ? null : await devices.findBySerial(row.device.serial);
  const hasPerson = row.name !== '' || row.phones.length > 0 || row.emails.length > 0;
  const owner = device?.customerId == null ? null : await customers.find(device.customerId);
  const matches = hasPerson ? await findMatches(work, row) : [];
  if (matches.length > 1) return 'twoCustomers';
  const customer = matches[0] ?? (owner !== null && hasSameName(owner, row) ? owner : null);
  if (owner !== null && hasPerson && customer?.id !== owner.id) return 'otherOwner';
  const person = hasPerson ? await takeCustomer(work, customer, row) : null;
  const taken = row.device === null ? null : await takeDevice(work, device, row.device, person?.id ?? null);
  const effects = [person?.effect, taken];
  if (effects.includes('added')) return 'added';
  return effects.includes('changed') ? 'changed' : 'same';
}

/** Customers with one of the row's phones or mail addresses; a row without either is known by its name. */
async function findMatches(work: Work, row: ImportRow): Promise<Customer[]> {
  const emails = row.emails.map((email) => email.toLowerCase());
  const found = new Map<string, Customer>();
  const look = async (text: string, isSame: (customer: Customer) => boolean) => {
    for (const customer of await search(work, text)) if (isSame(customer)) found.set(customer.id, customer);
  };
  for (const phone of row.phones) await look(phone, ({ phones }) => phones.includes(phone));
  for (const email of emails)
    await look(email, (customer) => customer.emails.some((other) => other.toLowerCase() === email));
  if (row.phones.length > 0 || row.emails.length > 0) return [...found.values()];
  await look(row.name, (customer) => hasSameName(customer, row));
  // Two people of one name can not be told apart; the row is about one of them, so nothing new.
  return [...found.values()].slice(0, 1);
}

async function search(work: Work, text: string): Promise<Customer[]> {
  const { search: index, customers } = work.repositories;
  const terms = searchTerms(text);
  const hits = await index.find({ scope: 'customer', terms, limit: matchesLookedAt, after: null });
  const found = await customers.findMany(hits.map(({ recordId }) => recordId));
  return [...found.values()];
}

function hasSameName(customer: Customer, row: ImportRow): boolean {
  return row.name === '' || searchKey(customer.name) === searchKey(row.name);
}

async function takeCustomer(
  work: Work,
  known: Customer | null,
  { name, phones, emails, language, notes }: ImportRow,
): Promise<{ id: string; effect: Effect }> {
  if (known === null) {
    const fields = { name, phones: distinct(phones), emails: distinct(emails), language, notes };
    const { id } = await insertCustomer(work, { id: work.newId(), ...fields });
    return { id, effect: 'added' };
  }
  const filled: Customer = {
    ...known,
    name: known.name || name,
    phones: distinct([...known.phones, ...phones]),
    emails: distinct([...known.emails, ...emails]),
    language: known.language ?? language,
    notes: known.notes || notes,
  };
  if (JSON.stringify(filled) === JSON.stringify(known)) return { id: known.id, effect: 'same' };
  await changeCustomer(work, filled);
  return { id: known.id, effect: 'changed' };
}

async function takeDevice(
  work: Work,
  known: Device | null,
  { serial, model, kind }: NonNullable<ImportRow['device']>,
  customerId: string | null,
): Promise<Effect> {
  if (known === null) {
    const nothingKnown = { vendorFamily: null, generation: null, siteId: null };
    await insertDevice(work, { id: work.newId(), serial, kind, model, customerId, ...nothingKnown });
    return 'added';
  }
  const filled = { ...known, model: known.model || model, customerId: known.customerId ?? customerId };
  if (JSON.stringify(filled) === JSON.stringify(known)) return 'same';
  await changeDevice(work, filled);
  return 'changed';
}

/** Each once, letter case aside, in the order they came. */
function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
