import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketLine } from '../../../core/contract/record-calls.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './Records.module.css';

/** The tickets of a record, each a link. */
export function TicketLines({ tickets }: { readonly tickets: readonly TicketLine[] }) {
  const { t, i18n } = useTranslation(['records', 'ticket']);
  const now = useNow(60_000);
  if (tickets.length === 0) return <Text size="sm">{t('noTickets')}</Text>;
  return (
    <ul className={classes['list']}>
      {tickets.map(({ id, number, outcome, openedAt }) => (
        <li key={id} className={classes['line']}>
          <Anchor href={`#/ticket/${id}`}>{t('ticket:number', { number })}</Anchor>
          <Text size="sm" span>
            {' · '}
            {outcome === null ? t('open') : t(`ticket:outcomes.${outcome}`)}
            {' · '}
            {formatTime(openedAt, now, i18n.language)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
