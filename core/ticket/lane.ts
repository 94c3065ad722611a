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
