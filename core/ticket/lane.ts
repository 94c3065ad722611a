import { findStep } from '../playbook/engine.ts';
import type { Playbook } from '../playbook/schema.ts';
import { waitsForCallBack } from './call-back.ts';
import type { TicketState } from './schema.ts';

/** `waiting`: nothing to do until the code arrives or the customer calls back. `now`: it needs the agent. */
export function laneOf(state: TicketState, playbook: Playbook, now: number): 'now' | 'waiting' | 'closed' {
  if (state.status === 'closed') return 'closed';
  const isAtWait = findStep(playbook, state.stepId)?.tool === 'wait';
  const hasCodeArrived = (state.request?.codeArrivedAt ?? null) !== null;
  const waits = (isAtWait && !hasCodeArrived) || waitsForCallBack(state, now);
  return waits ? 'waiting' : 'now';
}
