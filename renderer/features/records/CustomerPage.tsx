import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { useCall } from '../../api/use-call.ts';
import { CustomerData } from '../privacy/index.ts';
import { CustomerFields } from '../ticket/index.ts';
import { Doubles } from './Doubles.tsx';
import { RecordCard, RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';
import { RecordTrail } from './RecordTrail.tsx';
import { TicketLines } from './TicketLines.tsx';
import { Timeline } from './Timeline.tsx';

/** Everything about one customer: details, devices, tickets and what happened. */
export function CustomerPage({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation('records');
  const page = useCall('customer.getPage', { customerId });
  const name = page.data?.customer.name;
  return (
    <RecordPage title={name || t('customer.title')} error={page.error}>
      {page.data === undefined ? null : <Customer page={page.data} />}
    </RecordPage>
  );
}

function Customer({ page }: { readonly page: CallOutput<'customer.getPage'> }) {
  const { t } = useTranslation(['records', 'privacy']);
  const { customer, devices, tickets, timeline } = page;
  return (
    <>
      <Doubles customer={customer} />
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <RecordCard title={t('customer.details')}>
            <CustomerFields key={customer.id} customer={customer} ticketId="" />
          </RecordCard>
          <RecordCard title={t('customer.devices')}>
            {devices.length === 0 && <Text size="sm">{t('customer.noDevices')}</Text>}
            <ul className={classes['list']}>
              {devices.map(({ id, serial, model }) => (
                <li key={id} className={classes['line']}>
                  <Anchor className="rd-mono" href={`#/device/${id}`}>
                    {serial}
                  </Anchor>{' '}
                  {model}
                </li>
              ))}
            </ul>
          </RecordCard>
          <RecordCard title={t('tickets')}>
            <TicketLines tickets={tickets} />
          </RecordCard>
          <RecordCard title={t('privacy:data.title')}>
            <CustomerData customerId={customer.id} />
          </RecordCard>
        </div>
        <div className={classes['main']}>
          <RecordCard title={t('timeline')}>
            <Timeline entries={timeline} />
          </RecordCard>
          <RecordTrail kind="customer" id={customer.id} />
        </div>
      </div>
    </>
  );
}
