import type { Playbook } from '../playbook/schema.ts';
import { evolve } from './evolve.ts';
import type { TicketEvent, TicketState } from './schema.ts';

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

/**
 * Folds a whole trail. Each event counts by the limits of the playbook version that the ticket was on then.
 *
 * @param find answers every playbook version that was ever used
 * @returns null for no events
 */
export function replay(
  trail: readonly { readonly event: TicketEvent; readonly at: number }[],
  find: (ref: PlaybookRef) => Playbook,
): TicketState | null {
  let state: TicketState | null = null;
  let playbook: Playbook | null = null;
  for (const { event, at } of trail) {
    const [ref] = playbooksOf([event]);
    if (ref !== undefined) playbook = find(ref);
    if (playbook === null) throw new Error(`A ticket begins with ticketOpened, not with ${event.type}.`);
    state = evolve(state, event, at, playbook);
  }
  return state;
}
