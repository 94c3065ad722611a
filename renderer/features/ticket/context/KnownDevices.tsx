import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { DeviceLine } from '../../../../core/contract/record-calls.ts';
import type { Device } from '../../../../core/contract/records.ts';
import { useCall } from '../../../api/use-call.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Context.module.css';

/** A pause in typing after which known devices are looked for. */
const LOOK_AFTER_MS = 120;

/** Shorter texts begin too many serials; the backend finds nothing for them. */
const LOOK_FROM = 5;

/** @param typed what stands in the serial field */
export function useKnownDevices(typed: string): readonly DeviceLine[] {
  const [looked] = useDebouncedValue(typed.replace(/[^A-Z0-9]/g, '').slice(0, 47), LOOK_AFTER_MS);
  const isEnabled = looked.length >= LOOK_FROM;
  const suggest = useCall('device.suggest', { typed: looked }, { isEnabled, keepsPrevious: true });
  return isEnabled ? (suggest.data?.devices ?? []) : [];
}

type Props = {
  readonly devices: readonly DeviceLine[];
  readonly isPending: boolean;
  readonly onTake: (device: Device) => void;
};

/** Devices that are known already and whose serials begin like this one or read like it. The first is one key away. */
export function KnownDevices({ devices, isPending, onTake }: Props) {
  const { t } = useTranslation('ticket');
  if (devices.length === 0) return null;
  return (
    <section aria-label={t('device.known')} className={classes['known']}>
      <Text size="sm" fw={600} role="status">
        {t('device.known')}
      </Text>
      {devices.map((line, index) => (
        <Button
          key={line.device.id}
          variant="default"
          size="xs"
          h="auto"
          py={6}
          justify="space-between"
          loading={isPending}
          rightSection={index === 0 && <KeyHint name="Shift Enter" />}
          onClick={() => onTake(line.device)}
        >
          <KnownDevice line={line} />
        </Button>
      ))}
    </section>
  );
}

function KnownDevice({ line: { device, customerName } }: { readonly line: DeviceLine }) {
  const { t } = useTranslation('ticket');
  const facts = [device.model, customerName].filter((part) => part !== '').join(' · ');
  return (
    <span className={classes['knownDevice']}>
      <span className="rd-mono">{t('device.take', { serial: device.serial })}</span>
      {facts !== '' && (
        <Text span size="xs" c="dimmed">
          {facts}
        </Text>
      )}
    </span>
  );
}
