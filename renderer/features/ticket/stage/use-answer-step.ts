import type { CallError } from '../../../../core/contract/errors.ts';
import type { Answer } from '../../../../core/playbook/schema.ts';
import { useCommand } from '../../../api/use-call.ts';
import type { TicketProps } from '../ticket-props.ts';
import { useKeepTicket, useRefreshTicket } from '../use-keep-ticket.ts';
import { readMailAddress, type StageInput } from './answers.ts';

export type AnswerStep = {
  /** `arrivedAt`: when the mail came, for an answer that says so; null for now. */
  readonly give: (answer: Answer, arrivedAt: number | null) => void;
  readonly pendingAnswerId: string | null;
  readonly error: CallError | null;
};

export function useAnswerStep(ticket: TicketProps['ticket'], input: StageInput): AnswerStep {
  const command = useCommand('ticket.answerStep');
  const keep = useKeepTicket();
  const refresh = useRefreshTicket(ticket.id);
  const give: AnswerStep['give'] = (answer, arrivedAt) => {
    if (command.isPending) return;
    const isMailed = answer.records.includes('requestSubmittedByMail');
    command.mutate(
      {
        ticketId: ticket.id,
        stepId: ticket.state.stepId,
        answerId: answer.id,
        evidence: [...input.seen.evidence],
        ownEvidence: [...input.seen.ownEvidence],
        refusalReason: answer.records.includes('ownershipRefused') ? input.refusalReason.trim() : null,
        mailAddress: isMailed ? readMailAddress(input.mailAddress) : null,
        arrivedAt,
      },
      {
        onSuccess: (result) => keep(result.ticket),
        onError: (error) => {
          if (error.code === 'conflict') refresh();
        },
      },
    );
  };
  return {
    give,
    pendingAnswerId: command.isPending ? command.variables.answerId : null,
    error: command.error,
  };
}
