import * as z from 'zod';
import { type DatedFact, isFact, type TrailEntry, undoneSequences } from './replay.ts';

/** What a summary or a hand-out tells of, in the order of the procedure. */
export const milestoneTypeSchema = z.enum([
  'ticketOpened',
  'ownershipRecorded',
  'scanRecorded',
  'requestSubmitted',
  'codeArrived',
  'codeAccepted',
  'passwordAccepted',
  'loginVerified',
  'ticketClosed',
]);

export interface Milestone {
  readonly type: z.infer<typeof milestoneTypeSchema>;
  /** When it happened last, epoch ms. */
  readonly at: number;
  readonly times: number;
}

/** What was reached on a ticket and still counts, in the order of time. */
export function milestonesOf(trail: readonly TrailEntry[]): readonly Milestone[] {
  const standing = standingFacts(trail);
  return milestoneTypeSchema.options
    .flatMap((type) => {
      const found = standing.filter(({ event }) => event.type === type);
      const last = found.at(-1);
      return last === undefined ? [] : [{ type, at: happenedAt(last, standing), times: found.length }];
    })
    .toSorted((left, right) => left.at - right.at);
}

/** The facts that were not taken back. The opening stays: the ticket's number has been given out. */
export function standingFacts(trail: readonly TrailEntry[]): readonly DatedFact[] {
  const undone = undoneSequences(trail);
  return trail
    .filter(isFact)
    .filter(({ sequence, event }) => event.type === 'ticketOpened' || !undone.has(sequence));
}

/** A code came when its mail did, not when somebody said so; the time that was said last counts. */
function happenedAt({ sequence, event, at }: DatedFact, standing: readonly DatedFact[]): number {
  if (event.type !== 'codeArrived') return at;
  const told = standing.findLast(
    (fact) => fact.sequence > sequence && fact.event.type === 'arrivalCorrected',
  );
  return told?.event.type === 'arrivalCorrected' ? told.event.arrivedAt : (event.arrivedAt ?? at);
}
