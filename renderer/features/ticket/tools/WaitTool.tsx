import { Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime, roundElapsed } from '../../../lib/time-words.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { codesRequested } from '../current-scan.ts';
import { FactList, type FactRow } from './FactList.tsx';
import { MailboxComparison } from './MailboxComparison.tsx';
import { Reminder } from './Reminder.tsx';
import classes from './Tools.module.css';
import type { ToolProps } from './tool-props.ts';

/** What is known while the code is on its way. Every time is worked out from what was stored. */
export function WaitTool({ ticket, playbook }: ToolProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const { request } = ticket.state;
  const elapsed = request === null ? null : roundElapsed(now - request.submittedAt);
  const rows: FactRow[] = [];
  if (request !== null) {
    const at = formatTime(request.submittedAt, now, i18n.language);
    rows.push({ name: t('wait.askedAt'), value: at });
    rows.push({ name: t('wait.askedBy'), value: t(`channels.${request.channel}`) });
    if (request.mailAddress !== null) rows.push({ name: t('wait.askedTo'), value: request.mailAddress });
  }
  const mailbox = useDraft(ticket.id, 'maskedMailbox').text.trim();
  if (mailbox !== '') rows.push({ name: t('maskedMailbox.shown'), value: mailbox });
  const { codesPerQr: total } = playbook.limits;
  if (total !== null) {
    rows.push({ name: t('wait.codes'), value: t('countOf', { count: codesRequested(ticket), total }) });
  }
  return (
    <Stack className={classes['panel'] ?? ''} gap="sm">
      {elapsed !== null && (
        <Text className={classes['clock'] ?? ''}>
          <IconHourglass aria-hidden size={24} />{' '}
          {t(`wait.elapsed.${elapsed.unit}`, { count: elapsed.count })}
        </Text>
      )}
      <FactList rows={rows} />
      {mailbox !== '' && <MailboxComparison ticket={ticket} masked={mailbox} />}
      <Reminder ticket={ticket} />
      {typeof request?.fingerprint === 'string' && (
        <Notice tone="warning" title={t('wait.keepOpen')}>
          {t('wait.keepOpenDetail')}
        </Notice>
      )}
    </Stack>
  );
}
