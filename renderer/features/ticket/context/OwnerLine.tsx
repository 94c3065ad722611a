import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCustomerName } from '../owner/use-customer-name.ts';
import classes from './Context.module.css';

/** Whom the device is registered to, at every step; said in words where that is not who calls. */
export function OwnerLine({ ticket: { device, owner, customer } }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const nameOf = useCustomerName();
  if (device === null) return null;
  const isOther = owner !== null && customer !== null && owner.id !== customer.id;
  return (
    <Text size="sm" mt="xs" component="div" className={isOther ? classes['otherOwner'] : ''}>
      {isOther && <IconAlertTriangle aria-hidden size={16} />}
      <span>
        {t('registration.owner')}:{' '}
        {owner === null ? (
          t('registration.nobody')
        ) : (
          <Anchor size="sm" underline="always" href={`#/customer/${owner.id}`}>
            {nameOf(owner)}
          </Anchor>
        )}
        {isOther && ` (${t('registration.notCaller')})`}
      </span>
    </Text>
  );
}
