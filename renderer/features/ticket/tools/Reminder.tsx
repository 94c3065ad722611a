import { Button, Group, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCommand } from '../../../api/use-call.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { useKeepTicket } from '../use-keep-ticket.ts';

const CHOICES_MINUTES = [5, 15, 60] as const;

/** Comes back to the ticket later; kept with the ticket, so that no restart forgets it. */
export function Reminder({ ticket }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const keep = useKeepTicket();
  const remind = useCommand('ticket.remind');
  const clear = useCommand('ticket.clearReminder');
  const { reminderAt } = ticket.state;
  const ticketId = ticket.id;
  const onSuccess = (answer: { readonly ticket: TicketDetails }) => keep(answer.ticket);
  return (
    <div>
      <Group gap="xs" role="group" aria-label={t('reminder.label')}>
        <IconBell aria-hidden size={18} />
        <Text size="sm">{reminderText(reminderAt)}</Text>
        {CHOICES_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            size="compact-sm"
            variant="default"
            aria-label={t('reminder.in', { count: minutes })}
            onClick={() => remind.mutate({ ticketId, minutes }, { onSuccess })}
          >
            {t('reminder.minutes', { count: minutes })}
          </Button>
        ))}
        {reminderAt !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => clear.mutate({ ticketId }, { onSuccess })}
          >
            {t('reminder.clear')}
          </Button>
        )}
      </Group>
      <CallErrorNotice error={remind.error ?? clear.error} />
    </div>
  );

  function reminderText(at: number | null): string {
    if (at === null) return t('reminder.label');
    const time = formatTime(at, now, i18n.language);
    return now < at ? t('reminder.at', { at: time }) : t('reminder.was', { at: time });
  }
}
