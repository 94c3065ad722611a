import type { CallError } from '../../../../core/contract/errors.ts';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import type { Situation } from '../../../../core/playbook/situation.ts';
import { useCommand } from '../../../api/use-call.ts';
import { returnToStage } from '../focus.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';

export type RouteCommands = {
  readonly learn: (learned: Situation) => void;
  readonly take: (playbookId: string) => void;
  readonly error: CallError | null;
};

/** What the chooser records: an answer to a question, and the route that is taken. */
export function useRouteCommands(
  { id: ticketId }: Pick<TicketDetails, 'id'>,
  onLearned: () => void,
): RouteCommands {
  const learn = useCommand('ticket.learn');
  const take = useCommand('ticket.takeRoute');
  const keep = useKeepTicket();
  return {
    learn(learned) {
      if (learn.isPending || take.isPending) return;
      const onSuccess = (answer: { readonly ticket: TicketDetails }) => {
        keep(answer.ticket);
        onLearned();
        returnToStage();
      };
      learn.mutate({ ticketId, learned }, { onSuccess });
    },
    take(playbookId) {
      // An answer that is still being recorded is no reason to lose the choice: it comes after it.
      if (take.isPending) return;
      take.mutate({ ticketId, playbookId }, { onSuccess: (answer) => keep(answer.ticket) });
    },
    error: learn.error ?? take.error,
  };
}
