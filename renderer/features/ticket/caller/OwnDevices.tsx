import { Button, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnDevice } from '../../../../core/contract/record-calls.ts';
import type { Customer } from '../../../../core/contract/records.ts';
import { useCall } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import classes from '../context/Context.module.css';
import { useAttachDevice } from '../context/use-attach-device.tsx';
import { returnToStage } from '../focus.ts';
import { useCustomerName } from '../owner/use-customer-name.ts';

/** More would push the serial field out of sight. */
const SHOWN = 4;

type Props = { readonly ticketId: string; readonly caller: Customer };

/** The caller's own devices: the only one is taken with one key, of several that key goes to the first. */
export function OwnDevices({ ticketId, caller }: Props) {
  const { t } = useTranslation('ticket');
  const ownKey = useCommandKey('device.own');
  const nameOf = useCustomerName();
  const list = useCall('device.listOfCustomer', { customerId: caller.id, limit: SHOWN });
  const attach = useAttachDevice(ticketId, returnToStage);
  const first = useRef<HTMLButtonElement>(null);
  const { devices = [], total = 0 } = list.data ?? {};
  const take = ({ device }: OwnDevice) => attach.run(device.serial, device.kind);
  const [only] = devices;
  const onKey = () => {
    if (only !== undefined && total === 1) take(only);
    else first.current?.focus();
  };
  useShortcuts([{ command: 'device.own', run: onKey, isEnabled: only !== undefined }]);
  if (only === undefined) return <CallErrorNotice error={list.error} />;
  return (
    <section aria-label={t('ownDevices.key')} className={classes['known']}>
      <Text size="sm" fw={600} role="status">
        {t('ownDevices.title', { name: nameOf(caller), count: total })}
      </Text>
      {devices.map((own, index) => (
        <Button
          key={own.device.id}
          ref={index === 0 ? first : null}
          variant="default"
          size="xs"
          h="auto"
          py={6}
          justify="space-between"
          loading={attach.isPending}
          rightSection={index === 0 && ownKey.hint}
          aria-keyshortcuts={index === 0 ? ownKey.aria : undefined}
          onClick={() => take(own)}
        >
          <Line own={own} />
        </Button>
      ))}
      {total > devices.length && <Text size="xs">{t('ownDevices.more')}</Text>}
      <CallErrorNotice error={attach.error} />
      {attach.question}
    </section>
  );
}

function Line({ own: { device, lastReset, openTicketNumber } }: { readonly own: OwnDevice }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const facts = [
    device.model,
    lastReset === null ? '' : t('ownDevices.last', { at: formatTime(lastReset.at, now, i18n.language) }),
    openTicketNumber === null ? '' : t('ownDevices.open', { number: openTicketNumber }),
  ].filter((part) => part !== '');
  return (
    <span className={classes['knownDevice']}>
      <span className="rd-mono">{t('ownDevices.take', { serial: device.serial })}</span>
      {facts.length > 0 && (
        <Text span size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
    </span>
  );
}
