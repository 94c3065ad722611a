import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Excluded, Offer } from '../../../../core/playbook/chooser.ts';
import { chooserQuestions } from '../../../lib/chooser-questions.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ShownOnRequest } from '../../../ui/ShownOnRequest.tsx';
import classes from './Chooser.module.css';
import { obstacleWords } from './chooser-words.ts';

type OfferedProps = {
  readonly offers: readonly Offer[];
  /** While a question is up, the numbers are its answers'. */
  readonly areNumbered: boolean;
  readonly onTake: (playbookId: string) => void;
};

/** Best first, each with its reason in one line. */
export function OfferedRoutes({ offers, areNumbered, onTake }: OfferedProps) {
  const { t, i18n } = useTranslation('ticket');
  const numberOf = (index: number) => (areNumbered && index < 9 ? String(index + 1) : null);
  useShortcuts(
    offers.flatMap(({ playbook }, index) => {
      const key = numberOf(index);
      const label = localize(playbook.title, i18n.language);
      return key === null ? [] : [{ key, label, run: () => onTake(playbook.id), isQuiet: true }];
    }),
  );
  return (
    <ol className={classes['routes']} aria-label={t('chooser.offers')}>
      {offers.map(({ playbook, openKeys, isStarted }, index) => (
        <li key={playbook.id}>
          <UnstyledButton
            className={classes['route']}
            data-best={index === 0}
            aria-keyshortcuts={numberOf(index) ?? undefined}
            onClick={() => onTake(playbook.id)}
          >
            <span className={classes['routeText']}>
              <Text span size="sm" fw={600}>
                {localize(playbook.title, i18n.language)}
              </Text>
              <Text span size="sm">
                {localize(playbook.suits.why, i18n.language)}
              </Text>
              <Text span size="xs" c="dimmed">
                {[
                  ...(index === 0 ? [t('chooser.best')] : []),
                  ...(isStarted ? [t('chooser.started')] : []),
                  ...openWords(openKeys, i18n.language, t('chooser.open')),
                ].join(' · ')}
              </Text>
            </span>
            {numberOf(index) !== null && <KeyHint name={numberOf(index) ?? ''} />}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

/** What a route depends on and nobody has said yet. */
function openWords(keys: readonly string[], language: string, intro: string): string[] {
  const names = chooserQuestions
    .filter(({ key }) => keys.includes(key))
    .map(({ name }) => localize(name, language));
  return names.length === 0 ? [] : [`${intro} ${names.join(', ')}`];
}

/** Why the others are not offered; shown on request. */
export function ExcludedRoutes({ excluded }: { readonly excluded: readonly Excluded[] }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  if (excluded.length === 0) return null;
  return (
    <ShownOnRequest
      label={t('chooser.excludedKey')}
      question={t('chooser.excluded', { count: excluded.length })}
      command="ticket.why"
    >
      <ul className={classes['excluded']}>
        {excluded.map(({ playbook, obstacle }) => (
          <li key={playbook.id}>
            <Text span size="sm" fw={600}>
              {localize(playbook.title, i18n.language)}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {obstacleWords(obstacle, t, i18n.language, now)}
            </Text>
          </li>
        ))}
      </ul>
    </ShownOnRequest>
  );
}
