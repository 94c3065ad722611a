import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { CustomerData } from '../privacy/index.ts';
import { CustomerFields } from '../ticket/index.ts';
import { Doubles } from './Doubles.tsx';
import { PlacesCard } from './PlacesCard.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { RecordCard, RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';

/** Everything about one customer: details, places with their devices, tickets and what happened. */
export function CustomerPage({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation('records');
  const page = useCall('customer.getPage', { customerId });
  const title = page.data === undefined ? t('customer.title') : page.data.customer.name || t('unnamed');
  return (
    <RecordPage
      isRecord
      title={title}
      facts={page.data === undefined ? undefined : <Facts page={page.data} />}
      action={page.data === undefined ? undefined : <TicketButton customerId={customerId} />}
      error={page.error}
    >
      {page.data === undefined ? null : <Customer page={page.data} />}
    </RecordPage>
  );
}

/** For a known customer who calls: a new ticket with him as the caller, which then offers his devices. */
function TicketButton({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation('records');
  const newKey = useCommandKey('ticket.new');
  const [, navigate] = useLocation();
  const open = useCommand('ticket.open');
  const run = () => {
    if (open.isPending) return;
    open.mutate(
      { by: 'customer', customerId },
      { onSuccess: ({ ticket }) => navigate(`/ticket/${ticket.id}`) },
    );
  };
  useShortcuts([{ command: 'ticket.new', label: t('customer.newTicket'), run }]);
  return (
    <div>
      <Button
        loading={open.isPending}
        rightSection={newKey.hint}
        aria-keyshortcuts={newKey.aria}
        onClick={run}
      >
        {t('customer.newTicket')}
      </Button>
      <CallErrorNotice error={open.error} />
    </div>
  );
}

type PageProps = { readonly page: CallOutput<'customer.getPage'> };

function Facts({ page: { devices, tickets } }: PageProps) {
  const { t } = useTranslation('records');
  const open = tickets.filter(({ outcome }) => outcome === null).length;
  return (
    <>
      {t('deviceCount', { count: devices.length })} · {t('customer.openTickets', { count: open })}
    </>
  );
}

function Customer({ page }: PageProps) {
  const { t } = useTranslation(['records', 'privacy']);
  const { customer, sites, devices } = page;
  return (
    <>
      <Doubles customer={customer} />
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <RecordCard title={t('customer.details')}>
            <CustomerFields key={customer.id} customer={customer} ticketId={null} />
          </RecordCard>
          <PlacesCard customerId={customer.id} sites={sites} devices={devices} />
          <RecordCard title={t('privacy:data.title')}>
            <CustomerData customerId={customer.id} />
          </RecordCard>
        </div>
        <RecordHistory kind="customer" id={customer.id} page={page} />
      </div>
    </>
  );
}
