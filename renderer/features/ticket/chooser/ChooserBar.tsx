import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import type { Situation, SituationQuestion } from '../../../../core/playbook/situation.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import answerClasses from '../stage/Answers.module.css';
import { Choice } from './Choice.tsx';
import { QuestionAnswers } from './QuestionAnswers.tsx';
import type { RouteCommands } from './use-route-commands.ts';

type Props = {
  readonly question: SituationQuestion | null;
  readonly situation: Situation;
  readonly playbooks: readonly Playbook[];
  readonly best: Playbook | null;
  readonly commands: RouteCommands;
  readonly onClose: (() => void) | null;
};

/** Number keys answer the question, Enter takes the suggested route, at any time. */
export function ChooserBar({ question, situation, playbooks, best, commands, onClose }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const takeBest = () => {
    if (best !== null) commands.take(best.id);
  };
  useShortcuts([{ key: 'Enter', label: t('chooser.takeKey'), run: takeBest, isEnabled: best !== null }]);
  return (
    <section className={answerClasses['bar']} data-part="answers" aria-label={t('stage.answers')}>
      <CallErrorNotice error={commands.error} />
      {question !== null && (
        <QuestionAnswers
          key={question.key}
          question={question}
          situation={situation}
          playbooks={playbooks}
          onAnswer={commands.learn}
        />
      )}
      <div className={answerClasses['answers']}>
        {best !== null && (
          <Choice
            label={t('chooser.take', { route: localize(best.title, i18n.language) })}
            keyName="Enter"
            isPrimary={question === null}
            onClick={takeBest}
          />
        )}
        {onClose !== null && <Choice label={t('chooser.stay')} keyName="Escape" onClick={onClose} />}
      </div>
    </section>
  );
}
