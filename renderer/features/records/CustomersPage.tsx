import { useTranslation } from 'react-i18next';
import type { CustomerLine } from '../../../core/contract/record-calls.ts';
import { formatPhone } from '../../../core/phone.ts';
import { client } from '../../api/client.ts';
import classes from './RecordList.module.css';
import type { Row } from './RecordList.tsx';
import { RecordListPage } from './RecordListPage.tsx';

/** Every customer, found by any part of what is known. */
export function CustomersPage() {
  return (
    <RecordListPage
      kind="customers"
      name="customer.list"
      read={(input) => client.call<'customer.list'>('customer.list', input)}
      rowsOf={({ customers }) => customers.map(rowOf)}
    />
  );
}

function rowOf(line: CustomerLine): Row {
  const { id } = line.customer;
  return { id, path: `/customer/${id}`, content: <CustomerRow line={line} /> };
}

function CustomerRow({ line: { customer, deviceCount } }: { readonly line: CustomerLine }) {
  const { t } = useTranslation('records');
  return (
    <>
      <span className={classes['name']}>{customer.name || t('unnamed')}</span>
      <span>{[...customer.phones.map(formatPhone), ...customer.emails].join(' · ')}</span>
      <span className={classes['quiet']}>{t('deviceCount', { count: deviceCount })}</span>
    </>
  );
}
