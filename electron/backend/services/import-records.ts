import { setImmediate as otherWork } from 'node:timers/promises';
import { type CustomerFields, customerFieldsSchema } from '../../../core/contract/people-calls.ts';
import type { Customer, Device } from '../../../core/contract/records.ts';
import { normalizePhone } from '../../../core/phone.ts';
import { type ImportRow, readRow } from '../../../core/transfer/import-row.ts';
import type { ImportMapping, ImportProblem } from '../../../core/transfer/import-table.ts';
import type { TableRow } from '../transfer/read-table.ts';
import type { Progress } from '../transfer/transfers.ts';
import { readDeskSettings } from './desk-settings.ts';
import { hasSameName, KnownCustomers } from './known-customers.ts';
import { changeCustomer, changeDevice, insertCustomer, insertDevice } from './record-writing.ts';
import type { Work } from './work.ts';

/** A few milliseconds of work; then a cancel can be heard. */
const ROWS_PER_TURN = 20;

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
  const known = await KnownCustomers.read(work);
  const counts = { added: 0, changed: 0, same: 0 };
  const problems: { row: number; reason: ImportProblem }[] = [];
  for (const [index, { number, cells, isBroken }] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) {
      report(index, rows.length);
      await otherWork();
      if (signal.aborted) throw new ImportStopped();
    }
    const reading = isBroken ? ({ ok: false, problem: 'unreadable' } as const) : readRow(cells, mapping);
    const outcome = reading.ok
      ? await takeRow(work, known, withFullPhones(reading.row, country))
      : reading.problem;
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

async function takeRow(work: Work, known: KnownCustomers, row: ImportRow): Promise<Effect | ImportProblem> {
  const { customers, devices } = work.repositories;
  const device = row.device === null ? null : await devices.findBySerial(row.device.serial);
  const hasPerson = row.name !== '' || hasContact(row);
  const owner = device?.customerId == null ? null : await customers.find(device.customerId);
  const matches = hasPerson ? known.find(row) : [];
  if (matches.length > 1) return hasContact(row) ? 'twoCustomers' : 'severalOfName';
  const [matchId] = matches;
  const match = matchId === undefined ? null : await customers.find(matchId);
  const customer = match ?? (owner !== null && hasSameName(owner, row) ? owner : null);
  if (owner !== null && hasPerson && customer?.id !== owner.id) return 'otherOwner';
  const filled = fillCustomer(customer, row);
  if (!customerFieldsSchema.shape.phones.safeParse(filled.phones).success) return 'tooMany';
  if (!customerFieldsSchema.shape.emails.safeParse(filled.emails).success) return 'tooMany';
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

/** What is known already stays; what the row knows beside it is added. */
function fillCustomer(known: Customer | null, row: ImportRow): CustomerFields {
  return {
    name: known?.name || row.name,
    phones: distinct([...(known?.phones ?? []), ...row.phones]),
    emails: distinct([...(known?.emails ?? []), ...row.emails]),
    language: known?.language ?? row.language,
    notes: known?.notes || row.notes,
  };
}

function hasContact({ phones, emails }: ImportRow): boolean {
  return phones.length > 0 || emails.length > 0;
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
