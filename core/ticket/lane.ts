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

/** When the ticket next wants attention: the end of the device's lock, else the end of the code's validity. Epoch ms. */
export function nextEventAt(state: TicketState): number | null {
  if (state.status === 'closed') return null;
  return state.lockedUntil ?? state.request?.codeValidUntil ?? null;
}

/** Which of the two `nextEventAt` is; null exactly when that is. */
export function nextEventKind(state: TicketState): 'lockEnds' | 'codeExpires' | null {
  if (nextEventAt(state) === null) return null;
  return state.lockedUntil === null ? 'codeExpires' : 'lockEnds';
}
