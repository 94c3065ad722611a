import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { DeviceFields } from '../ticket/index.ts';
import { LookAlikes } from './LookAlikes.tsx';
import { OwnerPicker } from './OwnerPicker.tsx';
import { RecordCard, RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';
import { RecordTrail } from './RecordTrail.tsx';
import { TicketLines } from './TicketLines.tsx';
import { Timeline } from './Timeline.tsx';

/** Everything about one serial: what it is, whose it is and was, and every reset of it. */
export function DevicePage({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation('records');
  const page = useCall('device.getPage', { deviceId });
  const serial = page.data?.device.serial;
  return (
    <RecordPage title={serial ?? t('device.title')} error={page.error}>
      {page.data === undefined ? null : <Device page={page.data} />}
    </RecordPage>
  );
}

function Device({ page }: { readonly page: CallOutput<'device.getPage'> }) {
  const { t, i18n } = useTranslation('records');
  const now = useNow(60_000);
  const { device, customer, tickets, timeline, scanCount, lastResetAt } = page;
  const last = lastResetAt === null ? t('device.neverReset') : formatTime(lastResetAt, now, i18n.language);
  return (
    <>
      <Text>{t('device.seen', { count: scanCount, last })}</Text>
      <LookAlikes device={device} />
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <RecordCard title={t('device.facts')}>
            <DeviceFields key={device.id} device={device} ticketId="" />
          </RecordCard>
          <RecordCard title={t('device.owner')}>
            {customer === null ? (
              <Text size="sm">{t('device.noOwner')}</Text>
            ) : (
              <Anchor href={`#/customer/${customer.id}`}>{customer.name || t('unnamed')}</Anchor>
            )}
            <OwnerPicker deviceId={device.id} />
          </RecordCard>
          <RecordCard title={t('tickets')}>
            <NewTicket deviceId={device.id} hasOpen={tickets.some(({ outcome }) => outcome === null)} />
            <TicketLines tickets={tickets} />
          </RecordCard>
        </div>
        <div className={classes['main']}>
          <RecordCard title={t('timeline')}>
            <Timeline entries={timeline} />
          </RecordCard>
          <RecordTrail kind="device" id={device.id} />
        </div>
      </div>
    </>
  );
}

function NewTicket({ deviceId, hasOpen }: { readonly deviceId: string; readonly hasOpen: boolean }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const open = useCommand('device.openTicket');
  return (
    <Group mb="xs">
      <Button
        size="sm"
        loading={open.isPending}
        onClick={() =>
          open.mutate({ deviceId }, { onSuccess: ({ ticketId }) => navigate(`/ticket/${ticketId}`) })
        }
      >
        {t(hasOpen ? 'device.goToOpen' : 'device.newTicket')}
      </Button>
      <CallErrorNotice error={open.error} />
    </Group>
  );
}
