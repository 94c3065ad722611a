import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../core/contract/records.ts';
import { formatPhone } from '../../../../core/phone.ts';

/** What a customer is called on the screen: the name, or else a number or address to tell him by. */
export function useCustomerName(): (customer: Customer) => string {
  const { t } = useTranslation('ticket');
  return ({ name, phones, emails }) =>
    [name, formatPhone(phones[0] ?? ''), emails[0] ?? ''].find((part) => part !== '') ??
    t('customer.unnamed');
}
