import { Anchor, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Device, Site } from '../../../core/contract/records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { RecordCard } from './RecordPage.tsx';
import classes from './Records.module.css';

type Props = {
  readonly customerId: string;
  readonly sites: readonly Site[];
  readonly devices: readonly Device[];
};

/** Where the customer's devices are. A device is put into a place on its own page, or in its ticket. */
export function PlacesCard({ customerId, sites, devices }: Props) {
  const { t } = useTranslation('records');
  const create = useCommand('site.create');
  const elsewhere = devices.filter(({ siteId }) => siteId === null);
  const add = () =>
    create.mutate({ customerId, name: t('place.numbered', { number: sites.length + 1 }), address: '' });
  return (
    <RecordCard title={t('customer.places')}>
      {devices.length === 0 && <Text size="sm">{t('customer.noDevices')}</Text>}
      {elsewhere.length > 0 && (
        <section className={classes['place']}>
          {sites.length > 0 && (
            <Text size="sm" fw={600}>
              {t('place.none')}
            </Text>
          )}
          <DeviceLinks devices={elsewhere} />
        </section>
      )}
      {sites.map((site) => (
        <section key={site.id} className={classes['place']} aria-label={site.name || site.address}>
          <PlaceFields site={site} />
          <DeviceLinks devices={devices.filter(({ siteId }) => siteId === site.id)} />
        </section>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        mt="xs"
        leftSection={<IconPlus aria-hidden size={14} />}
        loading={create.isPending}
        onClick={add}
      >
        {t('place.add')}
      </Button>
      <CallErrorNotice error={create.error} />
    </RecordCard>
  );
}

function DeviceLinks({ devices }: { readonly devices: readonly Device[] }) {
  const { t } = useTranslation('common');
  if (devices.length === 0) return null;
  return (
    <ul className={classes['list']}>
      {devices.map(({ id, serial, model, kind }) => (
        <li key={id} className={classes['line']}>
          <Anchor className="rd-mono" fw={600} href={`#/device/${id}`}>
            {serial}
          </Anchor>
          <Text size="sm" c="dimmed">
            {[model, t(`deviceKind.${kind}`)].filter((part) => part !== '').join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}
