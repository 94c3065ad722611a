import { Anchor, Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTimeline } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails, TicketEventRecord } from '../../../../core/contract/records.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { undoneSequences } from '../../../../core/ticket/replay.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { EventText } from '../EventText.tsx';
import { withPlaybooks } from '../history-playbooks.ts';
import type { RouteProps } from '../ticket-props.ts';
import { Card } from './Card.tsx';
import classes from './Context.module.css';
import { ScanCrop } from './ScanCrop.tsx';

/** The audit trail in plain words, oldest first. */
export function HistoryCard({ ticket, playbooks }: Omit<RouteProps, 'playbook'>) {
  const { t } = useTranslation('ticket');
  const [isShown, setShown] = useState(false);
  const listId = useId();
  const undone = undoneSequences(ticket.history);
  const Chevron = isShown ? IconChevronUp : IconChevronDown;
  return (
    <Card title={t('history.title')} icon={IconTimeline}>
      <Button
        size="sm"
        variant="subtle"
        leftSection={<Chevron aria-hidden size={16} />}
        aria-expanded={isShown}
        aria-controls={listId}
        onClick={() => setShown(!isShown)}
      >
        {t(isShown ? 'history.hide' : 'history.show', { count: ticket.history.length })}
      </Button>
      <ol id={listId} className={classes['history']} hidden={!isShown}>
        {isShown &&
          withPlaybooks(ticket.history, playbooks).map(({ record, playbook }) => (
            <HistoryLine
              key={record.sequence}
              record={record}
              playbook={playbook}
              cropOf={cropOf(record, ticket)}
              isUndone={undone.has(record.sequence)}
            />
          ))}
      </ol>
      <Anchor size="sm" href={`#/ticket/${ticket.id}/trail`}>
        {t('history.trail')}
      </Anchor>
    </Card>
  );
}

function HistoryLine({
  record,
  playbook,
  cropOf,
  isUndone,
}: {
  readonly record: TicketEventRecord;
  readonly playbook: Playbook | null;
  /** The scan whose picture is shown; null for none. */
  readonly cropOf: string | null;
  readonly isUndone: boolean;
}) {
  const { i18n } = useTranslation();
  const now = useNow(60_000);
  return (
    <li className={isUndone ? classes['undone'] : undefined}>
      <EventText event={record.event} playbook={playbook} />
      {cropOf !== null && <ScanCrop scanId={cropOf} />}
      <Text size="xs" c="dimmed">
        {formatTime(record.at, now, i18n.language)} · {record.actor}
      </Text>
    </li>
  );
}

function cropOf({ event }: TicketEventRecord, ticket: TicketDetails): string | null {
  if (event.type !== 'scanRecorded') return null;
  const scan = ticket.scans.find(({ id }) => id === event.scanId);
  return scan?.hasCrop ? scan.id : null;
}
