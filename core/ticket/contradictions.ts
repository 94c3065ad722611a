import { type DatedEvent, type PlaybookRef, playbooksOf, undoneSequences } from './replay.ts';
import type { ContradictedLimit } from './schema.ts';

/** A device did what a limit of its source rules out. */
export interface Contradiction {
  readonly condition: ContradictedLimit;
  /** What the ticket was on then: its limits were the ones that spoke against it. */
  readonly playbook: PlaybookRef;
}

/** What the trail of a ticket says of it, in order; without what was taken back. */
export function contradictionsOf(trail: readonly DatedEvent[]): readonly Contradiction[] {
  const undone = undoneSequences(trail);
  const contradictions: Contradiction[] = [];
  let playbook: PlaybookRef | null = null;
  for (const [index, { event }] of trail.entries()) {
    if (undone.has(index + 1) && event.type !== 'ticketOpened') continue;
    playbook = playbooksOf([event])[0] ?? playbook;
    if (event.type === 'limitContradicted' && playbook !== null)
      contradictions.push({ condition: event.condition, playbook });
  }
  return contradictions;
}
