import { Button } from '@mantine/core';
import { IconClockEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../../core/contract/errors.ts';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { coolDownUntil, type OfferedAnswer, offeredAnswers } from '../../../../core/playbook/engine.ts';
import { factOfLimit } from '../../../../core/playbook/limit-facts.ts';
import type { Answer, Playbook } from '../../../../core/playbook/schema.ts';
import type { ContradictedLimit } from '../../../../core/ticket/schema.ts';
import { useCommand } from '../../../api/use-call.ts';
import { deskNow } from '../../../lib/desk-time.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { useKeepTicket, useRefreshTicket } from '../use-keep-ticket.ts';
import { AnswerButton } from './AnswerButton.tsx';
import classes from './Answers.module.css';
import { ArrivalQuestion } from './ArrivalQuestion.tsx';
import { answersToShow, blockerOf, readMailAddress, type StageInput } from './answers.ts';
import { isJustNowLikely, requestThatCame, requestToCorrect } from './arrivals.ts';

type Props = TicketProps & { readonly input: StageInput };

/** The ways on from this step: number keys, and Enter for the primary one. */
export function Answers({ ticket, playbook, input }: Props) {
  const { t } = useTranslation('ticket');
  const [asked, setAsked] = useState<Answer | null>(null);
  const answerStep = useAnswerStep(ticket, input);
  const request = asked && (requestToCorrect(asked, ticket.state) ?? requestThatCame(asked, ticket.state));
  const give = (answer: Answer) => {
    const came = requestThatCame(answer, ticket.state);
    const isAsked =
      came === null ? requestToCorrect(answer, ticket.state) !== null : !isJustNowLikely(came, deskNow());
    if (isAsked) setAsked(answer);
    else answerStep.give(answer, null);
  };
  return (
    <section className={classes['bar']} aria-label={t('stage.answers')}>
      <CallErrorNotice error={answerStep.error} />
      {asked !== null && request !== null ? (
        <ArrivalQuestion
          answer={asked}
          request={request}
          limits={playbook.limits}
          isBusy={answerStep.pendingAnswerId !== null}
          onTell={(arrivedAt) => answerStep.give(asked, arrivedAt)}
          onBack={() => setAsked(null)}
        />
      ) : (
        <AnswerList
          ticket={ticket}
          playbook={playbook}
          input={input}
          pendingAnswerId={answerStep.pendingAnswerId}
          onGive={give}
          onAsk={setAsked}
        />
      )}
    </section>
  );
}

type ListProps = Props & {
  readonly pendingAnswerId: string | null;
  readonly onGive: (answer: Answer) => void;
  /** The mail came before now, so its time is to be told first. */
  readonly onAsk: (answer: Answer) => void;
};

function AnswerList({ ticket, playbook, input, pendingAnswerId, onGive, onAsk }: ListProps) {
  const { t, i18n } = useTranslation('ticket');
  const arrivalKey = useCommandKey('step.arrival');
  const now = useNow();
  const choices = answersToShow(offeredAnswers(playbook, ticket.state, now)).map((offered, index) => ({
    answer: offered.answer,
    warnings: offered.warnings,
    sources: offered.warnings.flatMap((condition) => factOfLimit(playbook, condition)?.source ?? []),
    label: localize(offered.answer.label, i18n.language),
    number: String(index + 1),
    // Past a limit goes only who says so by the number: Enter does not.
    isPrimary: index === 0 && offered.answer.tone === 'primary' && offered.warnings.length === 0,
    ...barrierOf(offered, input, ticket, playbook),
  }));
  const arrival = choices.find(({ answer }) => requestThatCame(answer, ticket.state) !== null)?.answer;
  useShortcuts([
    ...choices.flatMap(({ answer, label, number, isPrimary, blocker }) => {
      const shortcut = { label, run: () => onGive(answer), isEnabled: blocker === null };
      const byNumber = { ...shortcut, key: number, isQuiet: true };
      return isPrimary ? [{ ...shortcut, key: 'Enter' }, byNumber] : [byNumber];
    }),
    ...(arrival === undefined
      ? []
      : [{ command: 'step.arrival' as const, run: () => onAsk(arrival), isQuiet: true }]),
  ]);
  return (
    <div className={classes['answers']}>
      {choices.map(({ answer, ...choice }) => (
        <AnswerButton
          key={answer.id}
          {...choice}
          tone={answer.tone}
          isBusy={pendingAnswerId === answer.id}
          onGive={() => onGive(answer)}
        />
      ))}
      {arrival !== undefined && (
        <Button
          variant="subtle"
          leftSection={<IconClockEdit aria-hidden size={18} />}
          rightSection={arrivalKey.hint}
          aria-keyshortcuts={arrivalKey.aria}
          onClick={() => onAsk(arrival)}
        >
          {t('arrived.earlier')}
        </Button>
      )}
    </div>
  );
}

/** Why an answer can not be given now, and until when where that is known. */
function barrierOf(offered: OfferedAnswer, input: StageInput, { state }: TicketDetails, playbook: Playbook) {
  const blocker = blockerOf(offered, input);
  const isAbout = (condition: ContradictedLimit) =>
    blocker === condition || offered.warnings.includes(condition);
  if (isAbout('deviceNotLocked')) return { blocker, until: state.lockedUntil };
  return { blocker, until: isAbout('coolDownOver') ? coolDownUntil(playbook, state) : null };
}

type AnswerStep = {
  /** `arrivedAt`: when the mail came, for an answer that says so; null for now. */
  readonly give: (answer: Answer, arrivedAt: number | null) => void;
  readonly pendingAnswerId: string | null;
  readonly error: CallError | null;
};

function useAnswerStep(ticket: TicketProps['ticket'], input: StageInput): AnswerStep {
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
