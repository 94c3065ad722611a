import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../core/practice/device.ts';
import type { PracticeMail, PracticeState } from '../../../core/practice/state.ts';
import { ComposeMail } from './ComposeMail.tsx';
import classes from './Mailbox.module.css';

type Props = { readonly device: PracticeDevice; readonly state: PracticeState };

/** The owner's pretend mailbox. New mails are announced. */
export function Mailbox({ device, state }: Props) {
  const { t } = useTranslation('practice');
  return (
    <Paper component="section" aria-label={t('mailbox.label')} withBorder p="sm">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {t('mailbox.title')}
          </Title>
          <Text size="xs" c="dimmed">
            {state.reservedEmail}
          </Text>
        </div>
        {state.case === 'mailboxLost' ? <Text size="sm">{t('mailbox.lost')}</Text> : <Mails {...state} />}
        <ComposeMail device={device} />
      </Stack>
    </Paper>
  );
}

function Mails({ mails }: PracticeState) {
  const { t } = useTranslation('practice');
  return (
    <>
      {mails.length === 0 && <Text size="sm">{t('mailbox.empty')}</Text>}
      <ul className={classes['mails']} aria-live="polite">
        {mails.map((mail) => (
          <Mail key={mail.id} mail={mail} />
        ))}
      </ul>
    </>
  );
}

function Mail({ mail }: { readonly mail: PracticeMail }) {
  const { t, i18n } = useTranslation('practice');
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(mail.arrivedAt);
  return (
    <li className={classes['mail']}>
      <Text size="xs" c="dimmed">
        {t('mailbox.from', { time })}
      </Text>
      <Text size="sm">{t('mailbox.yourCode')}</Text>
      <code className={`rd-mono ${classes['code']}`} data-testid="security-code">
        {mail.securityCode}
      </code>
      <Text size="xs" c="dimmed">
        {t('mailbox.validity')}
      </Text>
    </li>
  );
}
