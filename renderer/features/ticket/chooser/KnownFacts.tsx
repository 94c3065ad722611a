import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { inDoubt, type Situation } from '../../../../core/playbook/situation.ts';
import { chooserQuestions } from '../../../lib/chooser-questions.ts';
import classes from './Chooser.module.css';
import { knownWords } from './chooser-words.ts';

type Props = {
  readonly situation: Situation;
  readonly playbooks: readonly Playbook[];
  readonly onAskAgain: (key: string) => void;
};

/** What is known of the case; each can be asked again when it was wrong. */
export function KnownFacts({ situation, playbooks, onAskAgain }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const known = chooserQuestions.flatMap((question) => {
    const value = situation[question.key];
    return value === undefined || value === inDoubt ? [] : [{ question, value }];
  });
  if (known.length === 0) return null;
  return (
    <section className={classes['known']} aria-label={t('chooser.known')}>
      <Text size="sm" c="dimmed">
        {t('chooser.known')}
      </Text>
      {known.map(({ question, value }) => (
        <Button
          key={question.key}
          size="compact-sm"
          variant="default"
          title={t('chooser.askAgain')}
          onClick={() => onAskAgain(question.key)}
        >
          {knownWords(question, value, playbooks, t('chooser.unsure'), i18n.language)}
        </Button>
      ))}
    </section>
  );
}
