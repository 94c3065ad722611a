import { Button } from '@mantine/core';
import { IconClockEdit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { coolDownUntil, type OfferedAnswer, offeredAnswers } from '../../../../core/playbook/engine.ts';
import { factOfLimit } from '../../../../core/playbook/limit-facts.ts';
import type { Answer, Playbook } from '../../../../core/playbook/schema.ts';
import type { ContradictedLimit } from '../../../../core/ticket/schema.ts';
import { localize } from '../../../lib/localize.ts';
import { type Binding, useShortcuts } from '../../../lib/shortcuts.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { AnswerButton } from './AnswerButton.tsx';
import classes from './Answers.module.css';
import { answersToShow, blockerOf, inSight, type StageInput } from './answers.ts';
import { requestThatCame } from './arrivals.ts';
import { FurtherAnswers } from './FurtherAnswers.tsx';

type Props = TicketProps & {
  readonly input: StageInput;
  readonly pendingAnswerId: string | null;
  readonly onGive: (answer: Answer) => void;
  /** The mail came before now, so its time is to be told first. */
  readonly onAsk: (answer: Answer) => void;
};

/** The likely answers in one line; the others behind a key of their own. Every number works, whether its answer is in sight or not. */
export function AnswerList({ ticket, playbook, input, pendingAnswerId, onGive, onAsk }: Props) {
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
  const numbers: readonly Binding[] = choices.map(({ answer, label, number, blocker }) => ({
    key: number,
    label,
    run: () => onGive(answer),
    isEnabled: blocker === null,
    isQuiet: true,
  }));
  const primary = choices.find(({ isPrimary }) => isPrimary);
  useShortcuts([
    ...(primary === undefined
      ? []
      : [
          {
            key: 'Enter',
            label: primary.label,
            run: () => onGive(primary.answer),
            isEnabled: primary.blocker === null,
          },
        ]),
    ...numbers,
    ...(arrival === undefined
      ? []
      : [{ command: 'step.arrival' as const, run: () => onAsk(arrival), isQuiet: true }]),
  ]);
  const buttonOf = ({ answer, ...choice }: (typeof choices)[number]) => (
    <AnswerButton
      key={answer.id}
      {...choice}
      tone={answer.tone}
      isBusy={pendingAnswerId === answer.id}
      onGive={() => onGive(answer)}
    />
  );
  const likely = inSight(choices);
  const further = choices.slice(likely.length);
  return (
    <div className={classes['likely']}>
      {likely.map(buttonOf)}
      {arrival !== undefined && (
        <Button
          variant="subtle"
          className={classes['aside'] ?? ''}
          leftSection={<IconClockEdit aria-hidden size={18} />}
          rightSection={arrivalKey.hint}
          aria-keyshortcuts={arrivalKey.aria}
          onClick={() => onAsk(arrival)}
        >
          {t('arrived.earlier')}
        </Button>
      )}
      {further.length > 0 && (
        <FurtherAnswers key={ticket.state.stepId} count={further.length} numbers={numbers}>
          {further.map(buttonOf)}
        </FurtherAnswers>
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
