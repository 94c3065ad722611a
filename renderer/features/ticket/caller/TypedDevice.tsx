import { Combobox, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../core/contract/records.ts';
import { useKnownDevices } from '../context/KnownDevices.tsx';
import classes from './CallerLine.module.css';

type Props = {
  readonly serial: string;
  /** The best match for who calls; null where nobody is. */
  readonly caller: Customer | null;
};

/** What is known of the device whose serial stands in the line: whom it is registered to, in red where that is not who calls. */
export function TypedDevice({ serial, caller }: Props) {
  const { t } = useTranslation('ticket');
  const known = useKnownDevices(serial).find(({ device }) => device.serial === serial);
  if (known === undefined) return null;
  const { device, customerName } = known;
  const isOther = device.customerId !== null && caller !== null && caller.id !== device.customerId;
  return (
    <Combobox.Header className={isOther ? (classes['conflict'] ?? '') : ''}>
      <Text size="sm" role={isOther ? 'alert' : 'status'}>
        {isOther && <IconAlertTriangle aria-hidden size={14} />} <span className="rd-mono">{serial}</span>
        {[
          device.model,
          `${t('registration.owner')}: ${customerName === '' ? t('registration.nobody') : customerName}`,
          isOther ? t('registration.notCaller') : '',
        ]
          .filter((part) => part !== '')
          .map((part) => ` · ${part}`)}
      </Text>
    </Combobox.Header>
  );
}
