import type { TicketDetails } from '../../../../core/contract/records.ts';
import { findStep } from '../../../../core/playbook/engine.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';

/** The ticket stands at the step that asks who is calling: what is known of callers and their devices is offered there. */
export function isAskingWhoCalls({ state }: TicketDetails, playbook: Playbook): boolean {
  return state.status === 'open' && findStep(playbook, state.stepId)?.tool === 'ownership';
}
