import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../../core/contract/errors.ts';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { coolDownUntil, type OfferedAnswer, offeredAnswers } from '../../../../core/playbook/engine.ts';
import type { Answer, Playbook } from '../../../../core/playbook/schema.ts';
import { useCommand } from '../../../api/use-call.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { useKeepTicket, useRefreshTicket } from '../use-keep-ticket.ts';
import { AnswerButton } from './AnswerButton.tsx';
import classes from './Answers.module.css';
import { answersToShow, blockerOf, readMailAddress, type StageInput } from './answers.ts';

type Props = TicketProps & { readonly input: StageInput };

/** The ways on from this step: number keys, and Enter for the primary one. */
export function Answers({ ticket, playbook, input }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const answerStep = useAnswerStep(ticket, input);
  const choices = answersToShow(offeredAnswers(playbook, ticket.state, now)).map((offered, index) => ({
    answer: offered.answer,
    label: localize(offered.answer.label, i18n.language),
    number: String(index + 1),
    isPrimary: index === 0 && offered.answer.tone === 'primary',
    ...barrierOf(offered, input, ticket, playbook),
  }));
  useShortcuts(
    choices.flatMap(({ answer, label, number, isPrimary, blocker }) => {
      const shortcut = { label, run: () => answerStep.give(answer), isEnabled: blocker === null };
      const byNumber = { ...shortcut, key: number, isQuiet: true };
      return isPrimary ? [{ ...shortcut, key: 'Enter' }, byNumber] : [byNumber];
    }),
  );
  return (
    <section className={classes['bar']} aria-label={t('stage.answers')}>
      <CallErrorNotice error={answerStep.error} />
      <div className={classes['answers']}>
        {choices.map(({ answer, ...choice }) => (
          <AnswerButton
            key={answer.id}
            {...choice}
            tone={answer.tone}
            isBusy={answerStep.pendingAnswerId === answer.id}
            onGive={() => answerStep.give(answer)}
          />
        ))}
      </div>
    </section>
  );
}

/** Why an answer can not be given now, and until when where that is known. */
function barrierOf(offered: OfferedAnswer, input: StageInput, { state }: TicketDetails, playbook: Playbook) {
  const blocker = blockerOf(offered, input);
  if (blocker === 'deviceNotLocked') return { blocker, until: state.lockedUntil };
  return { blocker, until: blocker === 'coolDownOver' ? coolDownUntil(playbook, state) : null };
}

type AnswerStep = {
  readonly give: (answer: Answer) => void;
  readonly pendingAnswerId: string | null;
  readonly error: CallError | null;
};

function useAnswerStep(ticket: TicketProps['ticket'], input: StageInput): AnswerStep {
  const command = useCommand('ticket.answerStep');
  const keep = useKeepTicket();
  const refresh = useRefreshTicket(ticket.id);
  const give = (answer: Answer) => {
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
