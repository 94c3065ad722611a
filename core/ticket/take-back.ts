import { proofsLeftBehind } from './ownership.ts';
import { type Decision, refuse } from './progress.ts';
import {
  type DatedFact,
  type FindPlaybook,
  isFact,
  replay,
  type TrailEntry,
  undoneSequences,
} from './replay.ts';
import type { Correction, TicketEvent, TicketFact, TicketState } from './schema.ts';

/** The events of one command: places in a trail, both included. */
export interface SequenceRange {
  readonly fromSequence: number;
  readonly toSequence: number;
}

/** Whether the payload of this QR is still kept; without it the QR has to be scanned again. */
export type HasPayload = (fingerprint: string) => boolean;

/**
 * What a fact is about. Facts about different things can be taken back in any order; of facts about the same thing only
 * the last, because the others led to it. A `note` and an `erasure` stand alone, and of a ticket without its `opening` only
 * that can stay which no command takes back.
 */
type Aspect =
  | 'opening'
  | 'procedure'
  | 'customer'
  | 'device'
  | 'owner'
  | 'note'
  | 'erasure'
  | 'attachment'
  | 'reminder'
  | 'clock'
  | 'assignee'
  | 'priority'
  | 'tags';

const aspects = {
  ticketOpened: 'opening',
  customerAttached: 'customer',
  deviceAttached: 'device',
  ownerChanged: 'owner',
  noteAdded: 'note',
  personalDataErased: 'erasure',
  attachmentAdded: 'attachment',
  attachmentRemoved: 'attachment',
  reminderSet: 'reminder',
  reminderCleared: 'reminder',
  callBackAwaited: 'reminder',
  clockCorrected: 'clock',
  ticketAssigned: 'assignee',
  priorityChanged: 'priority',
  tagsChanged: 'tags',
  // Of a close: without it there is nothing that stood in the way.
  failureReasonRecorded: 'procedure',
  scanRecorded: 'procedure',
  stepAnswered: 'procedure',
  stepPassed: 'procedure',
  stepReopened: 'procedure',
  ownershipRecorded: 'procedure',
  proofsSetAside: 'procedure',
  requestSubmitted: 'procedure',
  situationLearned: 'procedure',
  routeChanged: 'procedure',
  routeFailed: 'procedure',
  codeArrived: 'procedure',
  replyArrived: 'procedure',
  arrivalCorrected: 'procedure',
  codeAccepted: 'procedure',
  codeRejected: 'procedure',
  limitContradicted: 'procedure',
  deviceLocked: 'procedure',
  qrRefreshed: 'procedure',
  passwordAccepted: 'procedure',
  loginVerified: 'procedure',
  ticketClosed: 'procedure',
  ticketReopened: 'procedure',
} as const satisfies Record<TicketFact['type'], Aspect>;

/** Takes a command back, unless something that came later rests on it. */
export function decideUndo(
  trail: readonly TrailEntry[],
  range: SequenceRange,
  find: FindPlaybook,
  hasPayload: HasPayload,
): Decision {
  if (undoneSequences(trail).has(range.fromSequence)) return refuse('This was taken back already.');
  if (isBuiltUpon(trail, range, range.toSequence))
    return refuse('The ticket has gone on since. Take back what came later first.', 'conflict');
  return correct(trail, { type: 'commandUndone', ...range, isQrForgotten: false }, find, hasPayload);
}

/** Puts back what was taken back, unless the ticket went another way since. */
export function decideRedo(
  trail: readonly TrailEntry[],
  range: SequenceRange,
  find: FindPlaybook,
  hasPayload: HasPayload,
): Decision {
  const undo = trail.findLast(
    ({ event }) => event.type === 'commandUndone' && event.fromSequence === range.fromSequence,
  );
  if (undo === undefined || !undoneSequences(trail).has(range.fromSequence))
    return refuse('This was not taken back.');
  if (isBuiltUpon(trail, range, undo.sequence))
    return refuse('The ticket has gone another way since.', 'conflict');
  return correct(trail, { type: 'commandRedone', ...range, isQrForgotten: false }, find, hasPayload);
}

/**
 * A ticket that is open again may have lost its QR's payload to a close in between; then the QR is forgotten with it. Proofs that
 * came later do not go over to another caller, device or owner either.
 */
function correct(
  trail: readonly TrailEntry[],
  correction: Correction,
  find: FindPlaybook,
  hasPayload: HasPayload,
): Decision {
  const after = replayWith(trail, correction, find);
  const { currentFingerprint, status } = after;
  const isQrForgotten = status === 'open' && currentFingerprint !== null && !hasPayload(currentFingerprint);
  const cause = proofsLeftBehind(trail, correction, replay(trail, find), after);
  const event = { ...correction, isQrForgotten, ...(cause === null ? {} : { proofsSetAside: cause }) };
  return { ok: true, events: [event], state: replayWith(trail, event, find) };
}

/** What an event tells of has left the desk: taking the record back does not call it back. */
export function isBeyondRecall(event: TicketEvent): boolean {
  return event.type === 'requestSubmitted';
}

/** Whether a fact after `since` that still counts is about the same thing as a fact of the range. */
function isBuiltUpon(trail: readonly TrailEntry[], range: SequenceRange, since: number): boolean {
  const undone = undoneSequences(trail);
  const facts = trail.filter(isFact);
  const own = facts.filter(({ sequence }) => isWithin(range, sequence));
  const later = facts.filter(({ sequence }) => sequence > since && !undone.has(sequence));
  return later.some((fact) => own.some((ownFact) => restsOn(fact, ownFact)));
}

function restsOn(later: DatedFact, earlier: DatedFact): boolean {
  const [aspect, laterAspect] = [aspects[earlier.event.type], aspects[later.event.type]];
  if (aspect === 'opening') return !isForGood(laterAspect);
  return aspect !== 'note' && aspect === laterAspect;
}

/** No command takes these back, so whoever waited for that would wait for ever. They stay with a ticket that was opened by mistake. */
function isForGood(aspect: Aspect): boolean {
  return aspect === 'attachment' || aspect === 'erasure' || aspect === 'clock';
}

function replayWith(trail: readonly TrailEntry[], event: Correction, find: FindPlaybook): TicketState {
  const state = replay([...trail, { at: trail.at(-1)?.at ?? 0, event }], find);
  if (state === null) throw new Error('A ticket begins with ticketOpened.');
  return state;
}

function isWithin({ fromSequence, toSequence }: SequenceRange, sequence: number): boolean {
  return fromSequence <= sequence && sequence <= toSequence;
}
