import { CallError } from '../../../core/contract/errors.ts';
import { customerSchema, deviceSchema, siteSchema } from '../../../core/contract/records.ts';
import type { SequenceRange } from '../../../core/ticket/take-back.ts';
import type { LoggedEntry, RecordRef } from '../store/ports/record-log.ts';
import type { Direction } from './done-commands.ts';
import { log } from './record-writing.ts';
import { announceTicket } from './ticket-commit.ts';
import type { Work } from './work.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Brings a record from what some entries of its log made of it to what it was before them (`undo`), or back (`redo`):
 * only in the fields that they changed, and only while those are as they were left.
 *
 * @throws CallError `conflict` when they were changed since, `refused` when the record is in use or erased
 */
export async function restoreRecord(
  work: Work,
  direction: Direction,
  ref: RecordRef,
  { fromSequence, toSequence }: SequenceRange,
): Promise<void> {
  const entries = await work.repositories.recordLog.list(ref);
  const before = detailsAt(entries, fromSequence).before;
  const after = detailsAt(entries, toSequence).after;
  const [expected, wanted] = direction === 'undo' ? [after, before] : [before, after];
  const store = storeOf(work, ref);
  const found = await store.find();
  const next = mergeFields(found, expected, wanted);
  const range = { fromSequence, toSequence };
  if (next !== null) await refuseWithoutOthers(work, ref, next);
  if (next === null) await store.remove();
  else if (found === null) await store.insert(next);
  else await store.update(next);
  await log(work, ref.kind, found, await store.find(), { cause: direction, range });
  await store.announce();
}

/**
 * What a record goes back to may be gone meanwhile, or somebody else's.
 *
 * @throws CallError `conflict`
 */
async function refuseWithoutOthers(
  { repositories }: Work,
  { kind, id }: RecordRef,
  next: Fields,
): Promise<void> {
  const { customerId, siteId, serial } = next;
  if (typeof customerId === 'string' && (await repositories.customers.find(customerId)) === null)
    throw new CallError('conflict', 'The customer that it belonged to is no longer there.');
  if (typeof siteId === 'string' && (await repositories.sites.find(siteId)) === null)
    throw new CallError('conflict', 'The place where it was is no longer there.');
  if (kind !== 'device' || typeof serial !== 'string') return;
  const holder = await repositories.devices.findBySerial(serial);
  if (holder !== null && holder.id !== id)
    throw new CallError('conflict', 'Another device has its serial number by now.');
}

/** What the record becomes; null for none. */
function mergeFields(found: Fields | null, expected: Fields | null, wanted: Fields | null): Fields | null {
  if (expected === null || wanted === null) {
    if ((found === null) !== (expected === null) || !hasSame(found, expected, expected)) throw changedSince();
    return wanted;
  }
  if (found === null) throw changedSince();
  const changed = Object.keys(wanted).filter((name) => !isSame(expected[name], wanted[name]));
  // A device's place is one of its owner's, so neither goes back without the other.
  const linked = changed.includes('customerId') && 'siteId' in wanted ? [...changed, 'siteId'] : changed;
  const own = Object.fromEntries(linked.map((name) => [name, wanted[name]]));
  if (!hasSame(found, expected, own)) throw changedSince();
  return { ...found, ...own, version: found['version'] };
}

/** Whether two records agree in the fields of a third. The version tells nothing: an undo counts it up as well. */
function hasSame(one: Fields | null, other: Fields | null, fields: Fields | null): boolean {
  const names = Object.keys(fields ?? {}).filter((name) => name !== 'version');
  return names.every((name) => isSame(one?.[name], other?.[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function changedSince(): CallError {
  return new CallError('conflict', 'It was changed since. Take back what came later first.');
}

function detailsAt(entries: readonly LoggedEntry[], sequence: number) {
  const details = entries.find((entry) => entry.sequence === sequence)?.details ?? null;
  if (details === null) throw new CallError('refused', 'What it was before has been erased.');
  return details;
}

/** The one place that knows the kinds of records apart. */
function storeOf(work: Work, { kind, id }: RecordRef) {
  const { repositories, now } = work;
  const refuseUsed = (isUsed: boolean) => {
    if (isUsed) throw new CallError('refused', 'It is in use by now.');
  };
  if (kind === 'customer') {
    const { customers } = repositories;
    return {
      find: () => customers.find(id),
      insert: (fields: Fields) => customers.insert(customerSchema.parse(fields), now),
      update: (fields: Fields) => customers.update(customerSchema.parse(fields), now),
      remove: async () => {
        refuseUsed(await customers.isUsed(id));
        await customers.remove(id);
      },
      announce: async () =>
        work.announce({ name: 'customer.changed', payload: { customerId: id, version: 0 } }),
    };
  }
  if (kind === 'site') {
    const { sites } = repositories;
    return {
      find: () => sites.find(id),
      insert: (fields: Fields) => sites.insert(siteSchema.parse(fields), now),
      update: (fields: Fields) => sites.update(siteSchema.parse(fields), now),
      remove: async () => {
        refuseUsed(await sites.isUsed(id));
        await sites.remove(id);
      },
      // The window that undoes reads everything again.
      announce: async () => undefined,
    };
  }
  const { devices } = repositories;
  return {
    find: () => devices.find(id),
    insert: (fields: Fields) => devices.insert(deviceSchema.parse(fields), now),
    update: (fields: Fields) => devices.update(deviceSchema.parse(fields), now),
    remove: async () => {
      refuseUsed(await devices.isUsed(id));
      await devices.remove(id);
    },
    announce: async () => {
      const open = await repositories.tickets.findOpenOfDevice(id);
      if (open !== null) announceTicket(work, open);
    },
  };
}
