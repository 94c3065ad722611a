import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketLine } from '../../../core/contract/record-calls.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './Records.module.css';

type Props = { readonly tickets: readonly TicketLine[]; readonly hasMore: boolean };

/** The tickets of a record, newest first, each a link. */
export function TicketLines({ tickets, hasMore }: Props) {
  const { t, i18n } = useTranslation(['records', 'ticket']);
  const now = useNow(60_000);
  if (tickets.length === 0) return <Text size="sm">{t('noTickets')}</Text>;
  return (
    <>
      <ul className={classes['list']}>
        {tickets.map(({ id, number, outcome, openedAt }) => (
          <li key={id} className={classes['ticket']}>
            <Anchor fw={600} href={`#/ticket/${id}`}>
              {t('ticket:number', { number })}
            </Anchor>
            <span>{outcome === null ? t('open') : t(`ticket:outcomes.${outcome}`)}</span>
            <Text span size="sm" c="dimmed">
              {formatTime(openedAt, now, i18n.language)}
            </Text>
          </li>
        ))}
      </ul>
      {hasMore && <Text size="sm">{t('olderTickets', { count: tickets.length })}</Text>}
    </>
  );
}
