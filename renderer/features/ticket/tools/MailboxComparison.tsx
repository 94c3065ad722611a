import { Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { judgeMailboxes } from '../../../../core/mail/masked-address.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import classes from './Tools.module.css';

type Props = { readonly ticket: TicketDetails; readonly masked: string };

/**
 * Holds what the customer opens against what the device shows: most codes that nobody finds lie in another account. A typed address
 * is judged once the field is left (Enter leaves it too): on the way to `.com` it would be a false alarm.
 */
export function MailboxComparison({ ticket, masked }: Props) {
  const { t } = useTranslation('ticket');
  const opened = useDraft(ticket.id, 'openedMailbox');
  const [isTyping, setIsTyping] = useState(false);
  const judged = isTyping ? [] : judgeMailboxes(masked, opened.text, ticket.customer?.emails ?? []);
  return (
    <>
      <TextInput
        label={t('maskedMailbox.opened')}
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
        value={opened.text}
        onChange={(event) => {
          setIsTyping(true);
          opened.setText(event.currentTarget.value);
        }}
        onBlur={() => setIsTyping(false)}
      />
      <div role="status">
        {judged.map(({ address, fit }) => (
          <Text key={address} size="sm" className={classes['fit'] ?? ''} data-fit={fit}>
            {fit === 'fits' ? (
              <IconCircleCheck aria-hidden size={16} />
            ) : (
              <IconAlertTriangle aria-hidden size={16} />
            )}{' '}
            {t(`maskedMailbox.${fit}`, { address })}
          </Text>
        ))}
      </div>
      <CallErrorNotice error={opened.error} />
    </>
  );
}
