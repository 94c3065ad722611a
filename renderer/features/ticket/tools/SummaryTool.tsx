import { Anchor, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { formatTime, roundElapsed } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import type { TicketProps } from '../ticket-props.ts';
import { FactList, type FactRow } from './FactList.tsx';
import { summarize } from './summary.ts';
import classes from './Tools.module.css';

/** What was done, when, and how it ended. */
export function SummaryTool({ ticket }: TicketProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const summary = summarize(ticket.history);
  const rows: FactRow[] = summary.milestones.map(({ type, at, times }) => {
    const time = formatTime(at, now, i18n.language);
    return {
      name: t(`summary.${type}`),
      value: times > 1 ? t('summary.lastOf', { time, count: times }) : time,
    };
  });
  rows.push({ name: t('summary.wrongCodes'), value: String(summary.wrongCodes) });
  if (summary.durationMs !== null) {
    const { unit, count } = roundElapsed(summary.durationMs);
    rows.push({ name: t('summary.duration'), value: t(`summary.durations.${unit}`, { count }) });
  }
  if (ticket.state.outcome !== null) {
    rows.push({ name: t('summary.outcome'), value: t(`outcomes.${ticket.state.outcome}`) });
  }
  return (
    <Stack className={classes['panel'] ?? ''} gap="xs">
      <Title order={3} size="h5">
        {t('summary.title')}
      </Title>
      <FactList rows={rows} />
      <MergedLink ticket={ticket} />
    </Stack>
  );
}

function MergedLink({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const closing = ticket.history.findLast(({ event }) => event.type === 'ticketClosed')?.event;
  if (ticket.state.outcome !== 'merged' || closing?.type !== 'ticketClosed') return null;
  if (closing.mergedIntoTicketId === null) return null;
  return <Anchor href={`#/ticket/${closing.mergedIntoTicketId}`}>{t('summary.openMerged')}</Anchor>;
}
