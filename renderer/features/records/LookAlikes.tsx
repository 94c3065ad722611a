import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Device } from '../../../core/contract/records.ts';
import { useCall } from '../../api/use-call.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DeviceMerge } from '../merge/index.ts';

/** Serials that read like this one: probably the same device, typed wrong once. */
export function LookAlikes({ device }: { readonly device: Device }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const [otherId, setOtherId] = useState<string | null>(null);
  const found = useCall('device.findLookAlikes', { serial: device.serial }).data?.devices ?? [];
  const close = () => setOtherId(null);
  return (
    <>
      {found.map(({ device: other, customerName }) => (
        <Notice key={other.id} tone="warning" title={t('lookAlike.title')}>
          <span className="rd-mono">{other.serial}</span> · {customerName || t('device.noOwner')}
          <div>{t('lookAlike.detail')}</div>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={() => setOtherId(other.id)}>
              {t('double.merge')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => navigate(`/device/${other.id}`)}>
              {t('double.look')}
            </Button>
          </Group>
        </Notice>
      ))}
      {otherId !== null && (
        <DeviceMerge
          keptId={device.id}
          otherId={otherId}
          onClose={close}
          onMerged={(keptId) => {
            close();
            navigate(`/device/${keptId}`);
          }}
        />
      )}
    </>
  );
}
