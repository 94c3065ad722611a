import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../core/contract/records.ts';
import { useCall } from '../../api/use-call.ts';
import { RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';
import { SearchField } from './SearchField.tsx';

const SHOWN = 50;

/** All customers, last changed first, found as they are typed. */
export function CustomersPage() {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const search = useCall('customer.search', { text, limit: SHOWN }, { keepsPrevious: true });
  const found = search.data?.customers ?? null;
  return (
    <RecordPage
      title={t('customers.title')}
      action={<SearchField label={t('customers.search')} onSearch={setText} />}
      error={search.error}
    >
      {found !== null && (
        <ul className={classes['list']}>
          {found.map((customer) => (
            <li key={customer.id} className={classes['line']}>
              <Anchor href={`#/customer/${customer.id}`}>{customer.name || t('unnamed')}</Anchor>
              <Text size="sm">{reachable(customer)}</Text>
            </li>
          ))}
          {found.length === 0 && <li>{t('nothingFound')}</li>}
          {found.length === SHOWN && <li>{t('refine', { count: SHOWN })}</li>}
        </ul>
      )}
    </RecordPage>
  );
}

/** Phone numbers and mail addresses in one line. */
function reachable(customer: Customer): string {
  const { id: _id, name: _name, version: _version, ...ways } = customer;
  return Object.entries(ways)
    .filter(([field]) => field !== 'notes' && field !== 'language')
    .flatMap(([, value]) => value)
    .filter((way) => typeof way === 'string' && way !== '')
    .join(' · ');
}
