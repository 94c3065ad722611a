import { findStep } from '../playbook/engine.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { TicketState } from './schema.ts';

/** `waiting`: nothing to do until the code arrives. `now`: it needs the agent. */
export function laneOf(state: TicketState, playbook: Playbook): 'now' | 'waiting' | 'closed' {
  if (state.status === 'closed') return 'closed';
  const isAtWait = findStep(playbook, state.stepId)?.tool === 'wait';
  const hasCodeArrived = (state.request?.codeArrivedAt ?? null) !== null;
  return isAtWait && !hasCodeArrived ? 'waiting' : 'now';
}

/** What a ticket waits for next. */
export interface NextEvent {
  readonly kind: 'lockEnds' | 'codeExpires';
  /** Epoch ms. */
  readonly at: number;
}

/** The end of the device's lock, else the end of the code's validity; null when nothing will happen by itself. */
export function nextEvent(state: TicketState): NextEvent | null {
  if (state.status === 'closed') return null;
  if (state.lockedUntil !== null) return { kind: 'lockEnds', at: state.lockedUntil };
  const codeValidUntil = state.request?.codeValidUntil ?? null;
  return codeValidUntil === null ? null : { kind: 'codeExpires', at: codeValidUntil };
}
