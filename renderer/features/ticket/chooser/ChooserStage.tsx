import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooserStepId } from '../../../../core/playbook/schema.ts';
import type { SituationQuestion } from '../../../../core/playbook/situation.ts';
import { chooserQuestions } from '../../../lib/chooser-questions.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SayBox } from '../stage/SayDo.tsx';
import stageClasses from '../stage/Stage.module.css';
import { StageHeading } from '../stage/StageHeading.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { ChooserBar } from './ChooserBar.tsx';
import { KnownFacts } from './KnownFacts.tsx';
import { ExcludedRoutes, OfferedRoutes } from './Routes.tsx';
import { type ChoiceNow, useChoice } from './use-choice.ts';
import { useRouteCommands } from './use-route-commands.ts';

type Props = TicketProps & {
  /** Back to the step; null when the route can not go on. */
  readonly onClose: (() => void) | null;
};

/** Finds the official way that fits: one question at a time while that helps, and then the best route with its reason. */
export function ChooserStage(props: Props) {
  const now = useChoice(props.ticket);
  return now === null ? null : <Chooser {...props} {...now} />;
}

function Chooser({ ticket, playbook, onClose, choice, playbooks }: Props & ChoiceNow) {
  const { t, i18n } = useTranslation('ticket');
  const [askedKey, setAskedKey] = useState<string | null>(null);
  const commands = useRouteCommands(ticket, () => setAskedKey(null));
  const question: SituationQuestion | null =
    chooserQuestions.find(({ key }) => key === askedKey) ?? choice.question;
  const hasFailed = ticket.state.stepId === chooserStepId;
  useShortcuts(onClose === null ? [] : [{ key: 'Escape', label: t('chooser.stay'), run: onClose }]);
  const [best] = choice.offers;
  return (
    <div className={stageClasses['stage']}>
      <div className={stageClasses['body']}>
        <StageHeading
          text={question === null ? t('chooser.title') : localize(question.title, i18n.language)}
        />
        <Text size="sm" c="dimmed">
          {t(hasFailed ? 'chooser.failed' : 'chooser.current', {
            route: localize(playbook.title, i18n.language),
          })}
        </Text>
        {question !== null && <SayBox text={question.say} />}
        {best === undefined && (
          <Notice tone="warning" title={t('chooser.nothingLeft')}>
            {t('chooser.nothingLeftNext')}
          </Notice>
        )}
        <OfferedRoutes offers={choice.offers} areNumbered={question === null} onTake={commands.take} />
        <KnownFacts situation={choice.situation} playbooks={playbooks} onAskAgain={setAskedKey} />
        <ExcludedRoutes excluded={choice.excluded} />
      </div>
      <ChooserBar
        question={question}
        situation={choice.situation}
        playbooks={playbooks}
        best={best?.playbook ?? null}
        commands={commands}
        onClose={onClose}
      />
    </div>
  );
}
