import * as z from 'zod';
import type { Limits, Playbook } from '../playbook/schema.ts';
import { epochMsSchema, idSchema } from '../values.ts';
import {
  type CountedFact,
  countFact,
  type DeviceCounts,
  deviceCountsSchema,
  isCountedFact,
  nothingCounted,
} from './device-counts.ts';
import { isFact, type PlaybookRef, playbooksOf, type TrailEntry, undoneSequences } from './replay.ts';

/** What another ticket of the device had to do with its limits. */
export const otherUseSchema = z.strictObject({
  ticketId: idSchema,
  ticketNumber: z.int().positive(),
  /** Codes that were asked for. */
  codes: z.int().nonnegative(),
  wrongCodes: z.int().nonnegative(),
  /** The last of these, or of the device's saying that it is locked. */
  lastAt: epochMsSchema,
});
export type OtherUse = z.infer<typeof otherUseSchema>;

/** The counts of a device over all its tickets, and which others have a part in them, the last first. */
export const deviceUseSchema = z.strictObject({
  counts: deviceCountsSchema,
  others: z.array(otherUseSchema).min(1),
});
export type DeviceUse = z.infer<typeof deviceUseSchema>;

/**
 * Two days. No documented limit reaches further back: a cool-down of a day counts the codes of the day before the last one.
 * How long a device remembers wrong codes no source says.
 */
export const countedBackMs = 48 * 60 * 60 * 1000;

/** A ticket of the device with its whole trail. */
export interface DeviceTrail {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly trail: readonly TrailEntry[];
}

/** Answers null for a version that is nowhere. */
export type FindKnownPlaybook = (ref: PlaybookRef) => Playbook | null;

/** A fact that still counts, at the desk's time of today, with the limits that its ticket went by then. */
interface DatedCount {
  readonly fact: CountedFact;
  readonly at: number;
  readonly limits: Limits;
}

/**
 * Counts the tickets of a device as if they had been one, in the order of time.
 *
 * @param own the ticket that is looked at
 * @param others of these counts what is not older than {@link countedBackMs}
 * @param find a ticket on a version that is nowhere is left out, so that it does not keep the others from being shown
 * @returns null when no other ticket counts: then the ticket's own state says all
 */
export function sumDeviceUse(
  own: Pick<DeviceTrail, 'trail'>,
  others: readonly DeviceTrail[],
  find: FindKnownPlaybook,
  now: number,
): DeviceUse | null {
  const recent = others.flatMap((other) => {
    const counted = (countedFacts(other.trail, find) ?? []).filter(({ at }) => at > now - countedBackMs);
    return counted.length === 0 ? [] : [{ use: otherUse(other, counted), counted }];
  });
  const ownFacts = countedFacts(own.trail, find);
  if (recent.length === 0 || ownFacts === null) return null;
  const all = [...ownFacts, ...recent.flatMap(({ counted }) => counted)];
  const counts = all
    .toSorted((left, right) => left.at - right.at)
    .reduce<DeviceCounts>((sum, { fact, at, limits }) => countFact(sum, fact, at, limits), nothingCounted);
  const uses = recent.map(({ use }) => use);
  return { counts, others: uses.toSorted((left, right) => right.lastAt - left.lastAt) };
}

function otherUse({ ticketId, ticketNumber }: DeviceTrail, counted: readonly DatedCount[]): OtherUse {
  const facts = counted.map(({ fact }) => fact);
  return {
    ticketId,
    ticketNumber,
    codes: facts.filter((fact) => fact.type === 'requestSubmitted').length,
    wrongCodes: facts.filter((fact) => fact.type === 'codeRejected').length,
    lastAt: Math.max(...counted.map(({ at }) => at)),
  };
}

/**
 * In their order; what was taken back is left out, and times move with each correction of the clock that came later.
 * Null when the limits that the ticket went by are not known.
 */
function countedFacts(trail: readonly TrailEntry[], find: FindKnownPlaybook): readonly DatedCount[] | null {
  const undone = undoneSequences(trail);
  const counted: DatedCount[] = [];
  let playbook: Playbook | null = null;
  for (const entry of trail) {
    if (!isFact(entry) || undone.has(entry.sequence)) continue;
    const { event, at } = entry;
    const [ref] = playbooksOf([event]);
    if (ref !== undefined) playbook = find(ref);
    if (playbook === null) return null;
    if (event.type === 'clockCorrected') shift(counted, event.shiftMs);
    else if (isCountedFact(event)) counted.push({ fact: event, at, limits: playbook.limits });
  }
  return counted;
}

function shift(counted: DatedCount[], shiftMs: number): void {
  for (const [index, { at, ...rest }] of counted.entries())
    counted[index] = { ...rest, at: Math.max(0, at + shiftMs) };
}
