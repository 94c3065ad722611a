import { type Checklist, missingProofs, type SeenProofs } from '../ownership/checklist.ts';
import type { Step } from '../playbook/schema.ts';
import { accepted, type Decision, type OpenProgress, record, refuse } from './progress.ts';
import { type TrailEntry, undoneSequences } from './replay.ts';
import type { Correction, Effect, SetAsideCause, TicketEvent, TicketFact, TicketState } from './schema.ts';

const missingSentence = 'A proof of ownership that this desk insists on is missing.';

/** The event of an owner whose required proofs were all seen, or the sentence that says why there is none. */
export function ownershipConfirmed(checklist: Checklist, seen: SeenProofs): TicketFact | string {
  if (missingProofs(checklist, seen).length > 0) return missingSentence;
  return {
    type: 'ownershipRecorded',
    isConfirmed: true,
    evidence: [...seen.evidence],
    ownEvidence: [...seen.ownEvidence],
    reason: null,
  };
}

/** The event of an owner who was not accepted, with what was seen all the same. */
export function ownershipRefused(seen: SeenProofs, reason: string | null): TicketFact {
  return {
    type: 'ownershipRecorded',
    isConfirmed: false,
    evidence: [...seen.evidence],
    ownEvidence: [...seen.ownEvidence],
    reason,
  };
}

/** Nothing is asked of the vendor before the required proofs are in the audit trail. Null when they are. */
export function ownershipGap(checklist: Checklist, seen: SeenProofs): string | null {
  return missingProofs(checklist, seen).length > 0 ? missingSentence : null;
}

/** No event where no proof was recorded. */
export function setProofsAside(progress: OpenProgress, cause: SetAsideCause): OpenProgress {
  const { isOwnershipConfirmed, evidence, ownEvidence } = progress.state;
  const hasProofs = isOwnershipConfirmed || evidence.length + ownEvidence.length > 0;
  return hasProofs ? record(progress, { type: 'proofsSetAside', cause }) : progress;
}

/**
 * From which event of a trail on what an agent ticks is about the present caller and device; 0 where neither has changed. Ticks of
 * before that are somebody else's.
 */
export function proofsSince(
  trail: readonly { readonly sequence: number; readonly event: TicketEvent }[],
): number {
  let [since, customerId, deviceId]: [number, string | null, string | null] = [0, null, null];
  for (const { sequence, event } of trail) {
    if (event.type === 'proofsSetAside') since = sequence;
    if (event.type === 'customerAttached') {
      if (customerId !== null && customerId !== event.customerId) since = sequence;
      customerId = event.customerId;
    }
    if (event.type === 'deviceAttached') {
      if (deviceId !== null && deviceId !== event.deviceId) since = sequence;
      deviceId = event.deviceId;
    }
  }
  return since;
}

/**
 * Why proofs no longer count once a command is taken back, or put back: they were recorded later, of a caller, device or owner that
 * is another one now. Null where they count on.
 *
 * @param before how the ticket stood; null for an empty trail
 * @param after how it would stand, with its proofs
 */
export function proofsLeftBehind(
  trail: readonly TrailEntry[],
  correction: Correction,
  before: TicketState | null,
  after: TicketState,
): SetAsideCause | null {
  const { fromSequence, toSequence, type } = correction;
  const undone = undoneSequences([...trail, { event: correction }]);
  const areLater = trail.some(
    ({ sequence, event }) =>
      event.type === 'ownershipRecorded' && sequence > toSequence && !undone.has(sequence),
  );
  if (before === null || !after.isOwnershipConfirmed || !areLater) return null;
  const isOther = (was: string | null, is: string | null) => was !== null && was !== is;
  if (isOther(before.customerId, after.customerId)) return 'otherCaller';
  if (isOther(before.deviceId, after.deviceId)) return 'otherDevice';
  for (const { sequence, event } of trail) {
    if (event.type !== 'ownerChanged' || sequence < fromSequence || sequence > toSequence) continue;
    const ownerId = type === 'commandUndone' ? event.formerCustomerId : event.customerId;
    if (isOther(ownerId, after.customerId)) return 'otherOwner';
  }
  return null;
}

/** With these a ticket ends, which needs no owner. */
const endings: readonly Effect[] = ['closedReferred', 'closedRefused', 'closedAbandoned'];

/**
 * Whether an answer has to wait until ownership is shown anew. A step that asks for ownership itself can be answered, and so can
 * whatever refuses the caller or ends the ticket without a reset.
 *
 * @param records of the answer
 */
export function waitsForProofs(
  { proofsSetAside }: TicketState,
  step: Step,
  records: readonly Effect[],
): boolean {
  if (proofsSetAside === null || asksForOwnership(step)) return false;
  return !records.some((effect) => effect === 'ownershipRefused' || endings.includes(effect));
}

export function asksForOwnership({ answers }: Step): boolean {
  return answers.some(({ records }) => records.includes('ownershipConfirmed'));
}

/** Proofs that came later, or that the desk began to insist on meanwhile. */
export function recordOwnership(progress: OpenProgress, checklist: Checklist, seen: SeenProofs): Decision {
  if (seen.evidence.length + seen.ownEvidence.length === 0) return refuse('No proof of ownership was seen.');
  const event = ownershipConfirmed(checklist, seen);
  return typeof event === 'string' ? refuse(event) : accepted(record(progress, event));
}
