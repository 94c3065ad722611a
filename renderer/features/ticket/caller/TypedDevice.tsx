import { Combobox, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { useKnownDevices } from '../context/KnownDevices.tsx';
import { useCustomerName } from '../owner/use-customer-name.ts';
import classes from './CallerLine.module.css';

type Props = {
  readonly serial: string;
  /** Who is chosen in the list now, also "a new customer"; null where nobody is. */
  readonly callerId: string | null;
};

/** What is known of the device whose serial stands in the line: whom it is registered to, in red where that is not who calls. */
export function TypedDevice({ serial, callerId }: Props) {
  const { t } = useTranslation('ticket');
  const known = useKnownDevices(serial).find(({ device }) => device.serial === serial);
  const ownerId = known?.device.customerId ?? null;
  const owner = useOwnerName(ownerId, known?.customerName ?? '');
  if (known === undefined) return null;
  const isOther = ownerId !== null && callerId !== null && callerId !== ownerId;
  return (
    <Combobox.Header className={isOther ? (classes['conflict'] ?? '') : ''}>
      <Text size="sm" role={isOther ? 'alert' : 'status'}>
        {isOther && <IconAlertTriangle aria-hidden size={14} />} <span className="rd-mono">{serial}</span>
        {[
          known.device.model,
          `${t('registration.owner')}: ${owner}`,
          isOther ? t('registration.notCaller') : '',
        ]
          .filter((part) => part !== '')
          .map((part) => ` · ${part}`)}
      </Text>
    </Combobox.Header>
  );
}

/** @param name empty for an owner without one, who is told by a number or an address */
function useOwnerName(ownerId: string | null, name: string): string {
  const { t } = useTranslation('ticket');
  const nameOf = useCustomerName();
  const page = useCall(
    'customer.getPage',
    { customerId: ownerId ?? '' },
    { isEnabled: ownerId !== null && name === '' },
  );
  if (ownerId === null) return t('registration.nobody');
  if (name !== '') return name;
  return page.data === undefined ? t('customer.unnamed') : nameOf(page.data.customer);
}
