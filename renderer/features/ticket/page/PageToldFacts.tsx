import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';
import type { PageOffer } from './page-offer.ts';

/** What is told but taken nowhere. */
export function PageToldFacts({ offer: { date, hasQuestions } }: { readonly offer: PageOffer }) {
  const { t } = useTranslation('ticket');
  return (
    <div className={classes['told']}>
      {date !== null && (
        <Text size="sm">{t(date.isSure ? 'page.date' : 'page.dateUnsure', { date: date.value })}</Text>
      )}
      {hasQuestions && <Text size="sm">{t('page.questions')}</Text>}
    </div>
  );
}
