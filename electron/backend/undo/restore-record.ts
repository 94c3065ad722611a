import { CallError } from '../../../core/contract/errors.ts';
import { customerSchema, deviceSchema, siteSchema } from '../../../core/contract/records.ts';
import { hasOwnFields } from '../../../core/records/own-fields.ts';
import { trailIdOf } from '../../../core/records/record-entry.ts';
import type { SequenceRange } from '../../../core/ticket/take-back.ts';
import type { LoggedEntry, RecordRef } from '../store/ports/record-log.ts';
import { log } from '../work/record-writing.ts';
import { wordsGone } from '../work/undone-words.ts';
import type { Work } from '../work/work.ts';
import type { Direction } from './done-commands.ts';

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
  const range = { fromSequence, toSequence };
  if (direction === 'redo') await giveBackDetails(work, ref, range);
  const { before, after } = changeOf(await listRange(work, ref, range));
  const [expected, wanted] = direction === 'undo' ? [after, before] : [before, after];
  const store = storeOf(work, ref);
  const found = await store.find();
  const next = mergeFields(found, expected, wanted);
  if (next !== null) await refuseWithoutOthers(work, ref, next);
  if (next === null) await store.remove();
  else if (found === null) await store.insert(next);
  else await store.update(next);
  await log(work, ref.kind, found, await store.find(), { cause: direction, range });
  if (direction === 'undo') await takeDetails(work, ref, range);
}

/** What an agent took back, a secret perhaps, is not kept. */
async function takeDetails(work: Work, ref: RecordRef, range: SequenceRange): Promise<void> {
  const { repositories, undoneWords, leaveNoCopy } = work;
  for (const { sequence, details } of await listRange(work, ref, range)) {
    if (details === null || !hasOwnFields(ref.kind, details)) continue;
    const taken = await repositories.recordLog.takeDetails(ref, sequence);
    undoneWords.hold(trailIdOf(ref.kind, ref.id), sequence, taken);
    leaveNoCopy();
  }
}

/** @throws CallError `conflict` when they went with the program or the desk's lock */
async function giveBackDetails(work: Work, ref: RecordRef, range: SequenceRange): Promise<void> {
  const { repositories, undoneWords } = work;
  for (const { sequence, details } of await listRange(work, ref, range)) {
    if (details !== null) continue;
    const held = undoneWords.find(trailIdOf(ref.kind, ref.id), sequence);
    if (held === undefined) throw wordsGone();
    await repositories.recordLog.putDetails(ref, sequence, held);
  }
}

async function listRange(
  work: Work,
  ref: RecordRef,
  { fromSequence, toSequence }: SequenceRange,
): Promise<LoggedEntry[]> {
  const entries = await work.repositories.recordLog.list(ref);
  return entries.filter(({ sequence }) => fromSequence <= sequence && sequence <= toSequence);
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

/** What entries that follow each other changed, as one change. */
function changeOf(entries: readonly LoggedEntry[]): { before: Fields | null; after: Fields | null } {
  const all = entries.map(({ details }) => {
    if (details === null) throw new CallError('refused', 'What it was before has been erased.');
    return details;
  });
  const [first, last] = [all[0], all.at(-1)];
  const before = Object.assign({}, ...all.toReversed().map((details) => details.before)) as Fields;
  const after = Object.assign({}, ...all.map((details) => details.after)) as Fields;
  return { before: first?.before ? before : null, after: last?.after ? after : null };
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
  };
}
