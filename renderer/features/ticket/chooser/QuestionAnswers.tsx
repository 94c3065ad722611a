import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import {
  learnedBy,
  type Situation,
  type SituationQuestion,
  unsure,
} from '../../../../core/playbook/situation.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import answerClasses from '../stage/Answers.module.css';
import { Choice } from './Choice.tsx';
import { answersOf, answersOnPage } from './chooser-words.ts';

type Props = {
  readonly question: SituationQuestion;
  readonly situation: Situation;
  readonly playbooks: readonly Playbook[];
  readonly onAnswer: (learned: Situation) => void;
};

/** The answers to a question by number keys. Where there are more than nine, 9 turns to the next ones; "not known" is always 0. */
export function QuestionAnswers({ question, situation, playbooks, onAnswer }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const [page, setPage] = useState(0);
  const { answers, hasMore } = answersOnPage(answersOf(question, playbooks), page);
  const tell = (value: string) => () => onAnswer(learnedBy(question, value, situation));
  const choices = [
    ...answers.map(({ value, label }, index) => ({
      name: value,
      label: localize(label, i18n.language),
      key: String(index + 1),
      run: tell(value),
    })),
    ...(hasMore ? [{ name: '@more', label: t('chooser.more'), key: '9', run: () => setPage(page + 1) }] : []),
    { name: unsure, label: t('chooser.unsure'), key: '0', run: tell(unsure) },
  ];
  useShortcuts(choices.map(({ key, label, run }) => ({ key, label, run, isQuiet: true })));
  return (
    <div className={answerClasses['answers']}>
      {choices.map(({ name, label, key, run }) => (
        <Choice key={name} label={label} keyName={key} onClick={run} />
      ))}
    </div>
  );
}
