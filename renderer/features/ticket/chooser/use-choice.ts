import type { TicketDetails } from '../../../../core/contract/records.ts';
import { type Choice, choose, situationOf } from '../../../../core/playbook/chooser.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { useCall } from '../../../api/use-call.ts';
import { chooserQuestions } from '../../../lib/chooser-questions.ts';

/** What the chooser says of a ticket, worked out from what is known of it now. */
export interface ChoiceNow {
  readonly choice: Choice;
  readonly playbooks: readonly Playbook[];
}

/** Null until the procedures are there. */
export function useChoice({ state, device }: TicketDetails): ChoiceNow | null {
  const playbooks = useCall('playbook.list', {}).data?.playbooks;
  if (playbooks === undefined) return null;
  return { choice: choose(playbooks, chooserQuestions, state, situationOf(state, device)), playbooks };
}
