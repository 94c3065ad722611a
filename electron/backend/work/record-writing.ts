import type { Customer, Device, Site } from '../../../core/contract/records.ts';
import type { OwnerReason, RecordKind } from '../../../core/records/record-entry.ts';
import type { RecordChange } from '../store/ports/record-log.ts';
import type { Work } from './work.ts';

/** Every change of a customer, device or site goes through here, so that it is logged and can be undone. */
export async function insertCustomer(work: Work, fields: Omit<Customer, 'version'>): Promise<Customer> {
  const customer = await work.repositories.customers.insert(fields, work.now);
  await log(work, 'customer', null, customer);
  return customer;
}

/** Null when the version is not the stored one: somebody else was faster. */
export async function changeCustomer(work: Work, customer: Customer): Promise<Customer | null> {
  const before = await work.repositories.customers.find(customer.id);
  const after = await work.repositories.customers.update(customer, work.now);
  if (after !== null) await log(work, 'customer', before, after);
  return after;
}

export async function insertDevice(work: Work, fields: Omit<Device, 'version'>): Promise<Device> {
  const device = await work.repositories.devices.insert(fields, work.now);
  await log(work, 'device', null, device);
  return device;
}

/**
 * Null when the version is not the stored one: somebody else was faster.
 *
 * @param reason why it gets another owner
 */
export async function changeDevice(
  work: Work,
  device: Device,
  reason: OwnerReason | null = null,
): Promise<Device | null> {
  const before = await work.repositories.devices.find(device.id);
  const after = await work.repositories.devices.update(device, work.now);
  const cause = reason === null ? byCommand : { ...byCommand, reason };
  if (after !== null) await log(work, 'device', before, after, cause);
  return after;
}

export async function insertSite(work: Work, fields: Omit<Site, 'version'>): Promise<Site> {
  const site = await work.repositories.sites.insert(fields, work.now);
  await log(work, 'site', null, site);
  return site;
}

/** Null when the version is not the stored one: somebody else was faster. */
export async function changeSite(work: Work, site: Site): Promise<Site | null> {
  const before = await work.repositories.sites.find(site.id);
  const after = await work.repositories.sites.update(site, work.now);
  if (after !== null) await log(work, 'site', before, after);
  return after;
}

export async function removeCustomer(work: Work, customer: Customer): Promise<void> {
  await work.repositories.customers.remove(customer.id);
  await log(work, 'customer', customer, null);
}

export async function removeDevice(work: Work, device: Device): Promise<void> {
  await work.repositories.devices.remove(device.id);
  await log(work, 'device', device, null);
}

type Kept = Customer | Device | Site | null;
type Fields = Readonly<Record<string, unknown>>;
type Cause = Pick<RecordChange, 'cause' | 'range' | 'reason'>;

const byCommand: Cause = { cause: 'command', range: null };

/** Writes what happened into the record's log, and into the command's journal. */
export async function log(
  work: Work,
  kind: RecordKind,
  before: Kept,
  after: Kept,
  cause: Cause = byCommand,
): Promise<void> {
  const id = after?.id ?? before?.id;
  if (id === undefined) throw new Error('A log entry needs a record.');
  const action = before === null ? 'created' : after === null ? 'removed' : 'changed';
  const change = { action, ...cause, ...changedPart(before, after, cause) } as const;
  const sequence = await work.repositories.recordLog.append({ kind, id }, change, work.now, work.actor);
  work.journal.note({ of: kind, id, fromSequence: sequence, toSequence: sequence });
}

/** What has to be kept of a record so that the change can be told and taken back, and no more. */
function changedPart(before: Kept, after: Kept, { cause }: Cause): Pick<RecordChange, 'before' | 'after'> {
  if (cause !== 'command') return { before: before && {}, after: after && {} };
  const [from, to]: readonly (Fields | null)[] = [before && { ...before }, after && { ...after }];
  if (!from || !to) return { before: from ?? null, after: to ?? null };
  const names = Object.keys(to).filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]));
  // A device's place is one of its owner's: the two go together.
  const linked = names.includes('customerId') && 'siteId' in to ? [...names, 'siteId'] : names;
  const pick = (fields: Fields) => Object.fromEntries(linked.map((name) => [name, fields[name]]));
  return { before: pick(from), after: pick(to) };
}
