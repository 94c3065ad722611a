import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../core/contract/record-calls.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { EventText } from '../ticket/index.ts';
import { EntryText } from './EntryText.tsx';
import classes from './Records.module.css';
import { timelineLook } from './timeline-look.ts';

/** What happened, newest first: in tickets and to the record itself. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation('records');
  if (entries.length === 0) return <Text size="sm">{t('noHistory')}</Text>;
  return (
    <ol className={classes['timeline']}>
      {entries.map((entry) => (
        <TimelineLine key={`${entry.ticket?.id ?? entry.device?.id ?? ''} ${entry.sequence}`} entry={entry} />
      ))}
    </ol>
  );
}

function TimelineLine({ entry }: { readonly entry: TimelineEntry }) {
  const { t, i18n } = useTranslation(['records', 'ticket']);
  const now = useNow(60_000);
  const { ticket, device, event, entry: change } = entry;
  const { icon: Icon, tone } = timelineLook(entry);
  return (
    <li className={classes['moment']}>
      <span className={classes['dot']} data-tone={tone}>
        <Icon aria-hidden size={16} />
      </span>
      <div className={classes['words']}>
        {event !== null && <EventText event={event} playbook={null} />}
        {change !== null && <EntryText entry={change} />}
        <Text size="xs" c="dimmed">
          {[formatTime(entry.at, now, i18n.language), entry.actor].filter((part) => part !== '').join(' · ')}
          {device !== null && (
            <>
              {' · '}
              <Anchor size="xs" underline="always" className="rd-mono" href={`#/device/${device.id}`}>
                {device.serial}
              </Anchor>
            </>
          )}
          {ticket !== null && (
            <>
              {' · '}
              <Anchor size="xs" underline="always" href={`#/ticket/${ticket.id}`}>
                {t('ticket:number', { number: ticket.number })}
              </Anchor>
            </>
          )}
        </Text>
      </div>
    </li>
  );
}
