import { Combobox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../../core/phone.ts';
import { useCall } from '../../../api/use-call.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import type { CustomerMatch } from './use-customer-search.ts';

/** More would make the card longer than its neighbours. */
const SHOWN_DEVICES = 3;

/** Customers to choose from, each with what tells him from the others. */
export function CallerMatches({ matches }: { readonly matches: readonly CustomerMatch[] }) {
  return matches.map((match) => (
    <Combobox.Option key={match.customer.id} value={match.customer.id}>
      <MatchCard match={match} />
    </Combobox.Option>
  ));
}

function MatchCard({ match: { customer, shared } }: { readonly match: CustomerMatch }) {
  const { t } = useTranslation('ticket');
  const details = [...customer.phones.map(formatPhone), ...customer.emails].join(' · ');
  return (
    <>
      <Text size="sm" fw={600}>
        {customer.name === '' ? t('customer.unnamed') : customer.name}
      </Text>
      <Text size="xs">{details}</Text>
      {shared !== null && <Text size="xs">{t(`customer.shared.${shared}`)}</Text>}
      <Devices customerId={customer.id} />
    </>
  );
}

/** This caller's devices, and when each was last reset. */
function Devices({ customerId }: { readonly customerId: string }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const { devices = [], total = 0 } =
    useCall('device.listOfCustomer', { customerId, limit: SHOWN_DEVICES }).data ?? {};
  if (total === 0) return null;
  const lines = devices.map(({ device, lastReset }) =>
    [
      device.serial,
      device.model,
      lastReset === null ? '' : t('ownDevices.last', { at: formatTime(lastReset.at, now, i18n.language) }),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
  return (
    <>
      {lines.map((line) => (
        <Text key={line} size="xs" className="rd-mono">
          {line}
        </Text>
      ))}
      {total > devices.length && <Text size="xs">{t('ownDevices.more')}</Text>}
    </>
  );
}
