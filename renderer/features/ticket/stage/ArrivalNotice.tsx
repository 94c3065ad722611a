import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { readArrival } from '../arrival.ts';
import { useCustomerName } from '../owner/use-customer-name.ts';

/** Says why this ticket came up instead of the one the agent was on. */
export function ArrivalNotice({ customer }: Pick<TicketDetails, 'customer'>) {
  const { t } = useTranslation('ticket');
  const nameOf = useCustomerName();
  const [arrival] = useState(() => readArrival(window.history.state));
  if (arrival === null) return null;
  return (
    <Notice tone="info" title={t(`arrival.${arrival}.title`)}>
      {t(`arrival.${arrival}.detail`)}{' '}
      {customer !== null && t(`arrival.${arrival}.whose`, { name: nameOf(customer) })}
    </Notice>
  );
}
