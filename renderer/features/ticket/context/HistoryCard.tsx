import { Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTimeline } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails, TicketEventRecord } from '../../../../core/contract/records.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { isSamePlaybook, playbooksOf } from '../../../../core/ticket/replay.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import type { RouteProps } from '../ticket-props.ts';
import { Card } from './Card.tsx';
import classes from './Context.module.css';
import { eventWords } from './event-words.ts';
import { ScanCrop } from './ScanCrop.tsx';

/** The audit trail in plain words, oldest first. */
export function HistoryCard({ ticket, playbooks }: Omit<RouteProps, 'playbook'>) {
  const { t } = useTranslation('ticket');
  const [isShown, setShown] = useState(false);
  const listId = useId();
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
            />
          ))}
      </ol>
    </Card>
  );
}

/** Each event with the procedure that the ticket was on then; null for one that is not there any more. */
function withPlaybooks(history: readonly TicketEventRecord[], playbooks: readonly Playbook[]) {
  let playbook: Playbook | null = null;
  return history.map((record) => {
    const [ref] = playbooksOf([record.event]);
    if (ref !== undefined) playbook = playbooks.find((each) => isSamePlaybook(each, ref)) ?? null;
    return { record, playbook };
  });
}

function HistoryLine({
  record,
  playbook,
  cropOf,
}: {
  readonly record: TicketEventRecord;
  readonly playbook: Playbook | null;
  /** The scan whose picture is shown; null for none. */
  readonly cropOf: string | null;
}) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const { key, values, texts } = eventWords(record.event, playbook, i18n.language);
  const translated = Object.fromEntries(
    Object.entries(texts).map(([name, keys]) => [name, keys.map((text) => t(text)).join(', ')]),
  );
  return (
    <li>
      <Text size="sm">{t(key, { ...values, ...translated })}</Text>
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
