import { standingFacts } from '../../../core/ticket/milestones.ts';
import type { TrailEntry } from '../../../core/ticket/replay.ts';
import type { TicketState } from '../../../core/ticket/schema.ts';

/** A ticket as it stood. */
export interface TicketMoment {
  readonly state: TicketState;
  readonly history: readonly TrailEntry[];
}

/**
 * What a ticket needs no longer. `all`: it is closed, or the owner has just logged in with the new password. `code`: another
 * one was asked for, so that the old one can only be mistaken for it.
 *
 * @param before how the ticket stood when this was asked last
 */
export function secretsToForget(before: TicketMoment, now: TicketMoment): 'none' | 'code' | 'all' {
  if (now.state.status === 'closed' || loginsOf(now) > loginsOf(before)) return 'all';
  const { request } = now.state;
  if (request === null || request.codeArrivedAt !== null) return 'none';
  return before.state.request?.submittedAt === request.submittedAt ? 'none' : 'code';
}

function loginsOf({ history }: TicketMoment): number {
  return standingFacts(history).filter(({ event }) => event.type === 'loginVerified').length;
}
