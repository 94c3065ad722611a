import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, TicketDetails } from '../../../../core/contract/records.ts';
import { useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { useShowTicket } from '../use-show-ticket.ts';
import { OwnerChangeDialog } from './OwnerChangeDialog.tsx';
import { useCustomerName } from './use-customer-name.ts';

type Props = { readonly ticket: TicketDetails };

/** Somebody calls whom the device is not registered to. */
export function callsForOwner({ owner, customer }: TicketDetails): boolean {
  return owner !== null && customer !== null && owner.id !== customer.id;
}

/** Whom the device is registered to, beside who calls: two facts, and plain to see where they differ. */
export function Registration({ ticket }: Props) {
  const { device, owner, customer } = ticket;
  if (device === null) return null;
  const isOther = owner !== null && customer !== null && owner.id !== customer.id;
  return (
    <>
      {isOther && <OtherOwner ticket={ticket} owner={owner} caller={customer} />}
      <RegistrationFacts ticket={ticket} isOwnerTold={isOther} />
    </>
  );
}

type FactsProps = Props & {
  /** The notice above says it, and the proofs below are to stay in sight. */
  readonly isOwnerTold: boolean;
};

function RegistrationFacts({ ticket: { owner, lastReset, openedAt }, isOwnerTold }: FactsProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const nameOf = useCustomerName();
  const at = (time: number) => formatTime(time, now, i18n.language);
  const reset =
    lastReset === null
      ? t('registration.never')
      : t('registration.inTicket', { at: at(lastReset.at), number: lastReset.ticketNumber });
  return (
    <Text component="section" size="sm" aria-label={t('registration.label')}>
      {!isOwnerTold && (
        <>
          {t('registration.owner')}:{' '}
          <strong>{owner === null ? t('registration.nobody') : nameOf(owner)}</strong>
          {' · '}
        </>
      )}
      {t('registration.lastReset')}: {reset}
      {' · '}
      {t('registration.openTicket')}: {t('registration.thisOne', { at: at(openedAt) })}
    </Text>
  );
}

type OtherProps = Props & { readonly owner: Customer; readonly caller: Customer };

/** The caller is not the owner: nothing changes by itself, and the agent says which of the two is meant. */
function OtherOwner({ ticket, owner, caller }: OtherProps) {
  const { t } = useTranslation('ticket');
  const changeKey = useCommandKey('owner.change');
  const callsKey = useCommandKey('owner.calls');
  const nameOf = useCustomerName();
  const [isChanging, setChanging] = useState(false);
  const attach = useCommand('ticket.attachCustomer');
  const onSuccess = useShowTicket();
  const names = { owner: nameOf(owner), caller: nameOf(caller) };
  const ownerCalls = () => attach.mutate({ ticketId: ticket.id, customerId: owner.id }, { onSuccess });
  const change = () => setChanging(true);
  useShortcuts([
    { command: 'owner.calls', label: t('registration.ownerCalls', names), run: ownerCalls, isQuiet: true },
    { command: 'owner.change', label: t('registration.register', names), run: change, isQuiet: true },
  ]);
  return (
    <Notice tone="danger" title={t('registration.conflict', names)}>
      {t('registration.conflictNext', names)}
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          aria-keyshortcuts={callsKey.aria}
          rightSection={callsKey.hint}
          loading={attach.isPending}
          onClick={ownerCalls}
        >
          {t('registration.ownerCalls', names)}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-keyshortcuts={changeKey.aria}
          rightSection={changeKey.hint}
          onClick={change}
        >
          {t('registration.register', names)}
        </Button>
      </Group>
      <CallErrorNotice error={attach.error} />
      {ticket.device !== null && (
        <OwnerChangeDialog
          isOpen={isChanging}
          device={ticket.device}
          ownerName={names.owner}
          next={{ id: caller.id, name: names.caller }}
          onClose={() => setChanging(false)}
        />
      )}
    </Notice>
  );
}
