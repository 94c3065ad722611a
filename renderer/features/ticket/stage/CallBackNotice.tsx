import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCommand } from '../../../api/use-call.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useKeepTicket } from '../use-keep-ticket.ts';

/** The caller hung up here and was to call back: until when, and the way on. */
export function CallBackNotice({ ticket: { id, state } }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const clear = useCommand('ticket.clearReminder');
  const keep = useKeepTicket();
  if (!state.isCallBackAwaited || state.reminderAt === null) return null;
  const isOverdue = state.reminderAt <= now;
  const at = formatTime(state.reminderAt, now, i18n.language);
  const end = () => clear.mutate({ ticketId: id }, { onSuccess: (answer) => keep(answer.ticket) });
  return (
    <Notice
      tone={isOverdue ? 'warning' : 'info'}
      title={t(isOverdue ? 'callBack.overdue' : 'callBack.awaited', { at })}
    >
      <Group gap="sm" justify="space-between">
        <Text size="sm">{t(isOverdue ? 'callBack.overdueNext' : 'callBack.ends')}</Text>
        <Button size="compact-sm" variant="default" loading={clear.isPending} onClick={end}>
          {t('callBack.back')}
        </Button>
      </Group>
      <CallErrorNotice error={clear.error} />
    </Notice>
  );
}
