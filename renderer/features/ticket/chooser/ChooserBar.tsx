import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { type SituationQuestion, unsure } from '../../../../core/playbook/situation.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import answerClasses from '../stage/Answers.module.css';
import { answersOf } from './chooser-words.ts';
import type { RouteCommands } from './use-route-commands.ts';

type Props = {
  readonly question: SituationQuestion | null;
  readonly playbooks: readonly Playbook[];
  readonly best: Playbook | null;
  readonly commands: RouteCommands;
  readonly onClose: (() => void) | null;
};

/** Number keys answer the question, Enter takes the suggested route, at any time. */
export function ChooserBar({ question, playbooks, best, commands, onClose }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const answers = question === null ? [] : choicesOf(question, playbooks, i18n.language, t('chooser.unsure'));
  const takeBest = () => {
    if (best !== null) commands.take(best.id);
  };
  useShortcuts([
    { key: 'Enter', label: t('chooser.takeKey'), run: takeBest, isEnabled: best !== null },
    ...answers.flatMap(({ key, label, learned }) =>
      key === null ? [] : [{ key, label, run: () => commands.learn(learned), isQuiet: true }],
    ),
  ]);
  return (
    <section className={answerClasses['bar']} aria-label={t('stage.answers')}>
      <CallErrorNotice error={commands.error} />
      {answers.length > 0 && (
        <div className={answerClasses['answers']}>
          {answers.map(({ key, label, value, learned }) => (
            <Choice key={value} label={label} keyName={key} onClick={() => commands.learn(learned)} />
          ))}
        </div>
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

type ChoiceProps = {
  readonly label: string;
  readonly keyName: string | null;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
};

function Choice({ label, keyName, isPrimary = false, onClick }: ChoiceProps) {
  return (
    <Button
      size="sm"
      variant={isPrimary ? 'filled' : 'default'}
      className={answerClasses['button'] ?? ''}
      classNames={{ label: answerClasses['label'] ?? '' }}
      aria-keyshortcuts={keyName ?? undefined}
      rightSection={keyName === null ? null : <KeyHint name={keyName} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

/** There are nine numbers; what comes after them is for the mouse and the Tab key. "Not known" is always 0. */
function choicesOf(
  question: SituationQuestion,
  playbooks: readonly Playbook[],
  language: string,
  unsureLabel: string,
) {
  const choice = (value: string, label: string, key: string | null) => ({
    value,
    label,
    key,
    learned: { [question.key]: value },
  });
  const answers = answersOf(question, playbooks).map(({ value, label }, index) =>
    choice(value, localize(label, language), index < 9 ? String(index + 1) : null),
  );
  return [...answers, choice(unsure, unsureLabel, '0')];
}
