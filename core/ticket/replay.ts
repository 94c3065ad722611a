import type { Playbook } from '../playbook/schema.ts';
import { evolve } from './evolve.ts';
import type { Correction, TicketEvent, TicketFact, TicketState } from './schema.ts';

/** Which version of which playbook. */
export interface PlaybookRef {
  readonly id: string;
  readonly version: number;
}

/** The playbooks that a trail of events was on, each version once, in the order they came up. */
export function playbooksOf(events: readonly TicketEvent[]): readonly PlaybookRef[] {
  const refs = events.flatMap((event) => {
    if (event.type !== 'ticketOpened' && event.type !== 'routeChanged') return [];
    return [{ id: event.playbookId, version: event.playbookVersion }];
  });
  return refs.filter((ref, index) => refs.findIndex((other) => isSamePlaybook(ref, other)) === index);
}

export function isSamePlaybook(left: PlaybookRef, right: PlaybookRef): boolean {
  return left.id === right.id && left.version === right.version;
}

/** Answers every playbook version that was ever used. */
export type FindPlaybook = (ref: PlaybookRef) => Playbook;

/** An event of a ticket's trail; its place is its sequence, from 1. */
export interface DatedEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly event: TicketEvent;
}

/**
 * Folds a whole trail. Each event counts by the limits of the playbook version that the ticket was on then. Facts that were
 * taken back are left out at their place, so the state is the one there would be without them; a fact that was put back
 * counts at its old place again. A ticket whose opening was taken back stays, as one that was opened by mistake: its
 * number has been given out.
 *
 * @returns null for no events
 */
export function replay(trail: readonly DatedEvent[], find: FindPlaybook): TicketState | null {
  const undone = undoneSequences(trail);
  let state: TicketState | null = null;
  let playbook: Playbook | null = null;
  for (const [index, { event, at }] of trail.entries()) {
    if (isCorrection(event)) {
      if (state !== null && playbook !== null) state = forgetWithout(state, event, at, playbook);
    } else if (event.type === 'ticketOpened' || !undone.has(index + 1)) {
      const [ref] = playbooksOf([event]);
      if (ref !== undefined) playbook = find(ref);
      if (playbook === null) throw new Error(`A ticket begins with ticketOpened, not with ${event.type}.`);
      state = evolve(state, event, at, playbook);
    }
  }
  return state !== null && undone.has(1) ? { ...state, status: 'closed', outcome: 'mistaken' } : state;
}

/** The places of the events that are taken back and were not put back since. */
export function undoneSequences(trail: readonly Pick<DatedEvent, 'event'>[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { event } of trail) {
    if (!isCorrection(event)) continue;
    for (let sequence = event.fromSequence; sequence <= event.toSequence; sequence += 1) {
      if (event.type === 'commandUndone') undone.add(sequence);
      else undone.delete(sequence);
    }
  }
  return undone;
}

/** An event at its place in a ticket's trail. */
export interface TrailEntry extends DatedEvent {
  /** 1, 2, 3... */
  readonly sequence: number;
}

/** A fact of a trail with its place. */
export interface DatedFact extends TrailEntry {
  readonly event: TicketFact;
}

export function isFact(entry: TrailEntry): entry is DatedFact {
  return !isCorrection(entry.event);
}

function isCorrection(event: TicketEvent): event is Correction {
  return event.type === 'commandUndone' || event.type === 'commandRedone';
}

/** What does not stay as it would be without the facts that were taken back, or with those that were put back. */
function forgetWithout(state: TicketState, event: Correction, at: number, playbook: Playbook): TicketState {
  const { isQrForgotten, proofsSetAside: cause } = event;
  const left = isQrForgotten ? { ...state, currentFingerprint: null } : state;
  return cause === undefined ? left : evolve(left, { type: 'proofsSetAside', cause }, at, playbook);
}
