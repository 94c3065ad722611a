import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../core/playbook/schema.ts';
import { deskNow } from '../../../lib/desk-time.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { AnswerList } from './AnswerList.tsx';
import classes from './Answers.module.css';
import { ArrivalQuestion } from './ArrivalQuestion.tsx';
import type { StageInput } from './answers.ts';
import { isJustNowLikely, requestThatCame, requestToCorrect } from './arrivals.ts';
import { useAnswerStep } from './use-answer-step.ts';

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
    <section className={classes['bar']} data-part="answers" aria-label={t('stage.answers')}>
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
