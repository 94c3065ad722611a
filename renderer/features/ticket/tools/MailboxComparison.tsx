import { Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { compareWithMask } from '../../../../core/mail/masked-address.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import classes from './Tools.module.css';

type Props = { readonly ticket: TicketDetails; readonly masked: string };

/**
 * Holds what the customer opens against what the device shows: most codes that nobody finds lie in another account. Without a typed
 * address, those that are known of the customer.
 */
export function MailboxComparison({ ticket, masked }: Props) {
  const { t } = useTranslation('ticket');
  const opened = useDraft(ticket.id, 'openedMailbox');
  const typed = opened.text.trim();
  const addresses = typed === '' ? (ticket.customer?.emails ?? []) : [typed];
  return (
    <>
      <TextInput
        label={t('maskedMailbox.opened')}
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
        value={opened.text}
        onChange={(event) => opened.setText(event.currentTarget.value)}
      />
      <div role="status">
        {addresses.map((address) => (
          <Fit key={address} address={address} masked={masked} />
        ))}
      </div>
      <CallErrorNotice error={opened.error} />
    </>
  );
}

function Fit({ address, masked }: { readonly address: string; readonly masked: string }) {
  const { t } = useTranslation('ticket');
  const fit = compareWithMask(masked, address);
  if (fit === 'unclear') return null;
  const Icon = fit === 'fits' ? IconCircleCheck : IconAlertTriangle;
  return (
    <Text size="sm" className={classes['fit'] ?? ''} data-fit={fit}>
      <Icon aria-hidden size={16} /> {t(`maskedMailbox.${fit}`, { address })}
    </Text>
  );
}
