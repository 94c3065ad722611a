import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Device } from '../../../core/contract/records.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Serials that read like this one: probably the same device, typed wrong once. */
export function LookAlikes({ device }: { readonly device: Device }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const found = useCall('device.findLookAlikes', { serial: device.serial }).data?.devices ?? [];
  const merge = useCommand('device.merge');
  return (
    <>
      {found.map(({ device: other, customerName }) => (
        <Notice key={other.id} tone="warning" title={t('lookAlike.title', { serial: other.serial })}>
          {t('lookAlike.detail', { owner: customerName || t('device.noOwner') })}
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={() => navigate(`/device/${other.id}`)}>
              {t('lookAlike.look')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={merge.isPending}
              onClick={() =>
                merge.mutate(
                  { keptId: other.id, otherId: device.id },
                  { onSuccess: () => navigate(`/device/${other.id}`) },
                )
              }
            >
              {t('lookAlike.merge', { serial: other.serial })}
            </Button>
          </Group>
        </Notice>
      ))}
      <CallErrorNotice error={merge.error} />
    </>
  );
}
