import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { DeviceFields } from '../ticket/index.ts';
import { LookAlikes } from './LookAlikes.tsx';
import { OwnerPicker } from './OwnerPicker.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { RecordCard, RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';

/** Everything about one serial: what it is, whose it is and was, and every reset of it. */
export function DevicePage({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation('records');
  const page = useCall('device.getPage', { deviceId });
  const isKnown = page.data !== undefined;
  return (
    <RecordPage
      isRecord
      title={page.data?.device.serial ?? t('device.title')}
      isCode={isKnown}
      facts={isKnown ? <Facts page={page.data} /> : undefined}
      action={isKnown ? <TicketButton page={page.data} /> : undefined}
      error={page.error}
    >
      {isKnown ? <Device page={page.data} /> : null}
    </RecordPage>
  );
}

type PageProps = { readonly page: CallOutput<'device.getPage'> };

function Facts({ page: { device, scanCount, lastResetAt } }: PageProps) {
  const { t, i18n } = useTranslation(['records', 'common']);
  const now = useNow(60_000);
  const last = lastResetAt === null ? t('device.neverReset') : formatTime(lastResetAt, now, i18n.language);
  const parts = [
    device.model,
    t(`common:deviceKind.${device.kind}`),
    t('device.seen', { count: scanCount, last }),
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

function Device({ page }: PageProps) {
  const { t } = useTranslation('records');
  const { device, customer } = page;
  return (
    <>
      <LookAlikes device={device} />
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <RecordCard title={t('device.facts')}>
            <DeviceFields key={device.id} device={device} ticketId={null} />
          </RecordCard>
          <RecordCard title={t('device.owner')}>
            {customer === null ? (
              t('device.noOwner')
            ) : (
              <Anchor fw={600} href={`#/customer/${customer.id}`}>
                {customer.name || t('unnamed')}
              </Anchor>
            )}
            <OwnerPicker device={device} owner={customer} />
          </RecordCard>
        </div>
        <RecordHistory kind="device" id={device.id} page={page} />
      </div>
    </>
  );
}

/** The device's open ticket, or a new one. */
function TicketButton({ page: { device, tickets } }: PageProps) {
  const { t } = useTranslation('records');
  const newKey = useCommandKey('ticket.new');
  const [, navigate] = useLocation();
  const open = useCommand('device.openTicket');
  const label = t(tickets.some(({ outcome }) => outcome === null) ? 'device.goToOpen' : 'device.newTicket');
  const run = () =>
    open.mutate({ deviceId: device.id }, { onSuccess: ({ ticketId }) => navigate(`/ticket/${ticketId}`) });
  useShortcuts([{ command: 'ticket.new', label, run }]);
  return (
    <div>
      <Button
        loading={open.isPending}
        rightSection={newKey.hint}
        aria-keyshortcuts={newKey.aria}
        onClick={run}
      >
        {label}
      </Button>
      <CallErrorNotice error={open.error} />
    </div>
  );
}
