import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { RecordCard } from './RecordPage.tsx';
import classes from './Records.module.css';
import { RecordTrail } from './RecordTrail.tsx';
import { TicketLines } from './TicketLines.tsx';
import { Timeline } from './Timeline.tsx';

type Props = {
  readonly kind: 'customer' | 'device';
  readonly id: string;
  readonly page: Pick<CallOutput<'device.getPage'>, 'tickets' | 'hasMoreTickets' | 'timeline'>;
};

/** The tickets of a record, what happened, and its own log. */
export function RecordHistory({ kind, id, page: { tickets, hasMoreTickets, timeline } }: Props) {
  const { t } = useTranslation('records');
  return (
    <div className={classes['main']}>
      <RecordCard title={t('tickets')}>
        <TicketLines tickets={tickets} hasMore={hasMoreTickets} />
      </RecordCard>
      <RecordCard title={t('timeline')}>
        <Timeline entries={timeline} />
      </RecordCard>
      <RecordTrail kind={kind} id={id} />
    </div>
  );
}
