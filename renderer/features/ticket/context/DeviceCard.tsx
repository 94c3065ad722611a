import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconDeviceCctv } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketProps } from '../ticket-props.ts';
import { Card } from './Card.tsx';
import { DeviceFields } from './DeviceFields.tsx';
import { OwnDevices } from './OwnDevices.tsx';
import { OwnerLine } from './OwnerLine.tsx';
import { SerialForm } from './SerialForm.tsx';

/** Which device it is: asked for by its serial, then described in place. */
export function DeviceCard({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  const [isChanging, setChanging] = useState(false);
  const { device, customer } = ticket;
  const isOpen = ticket.state.status === 'open';
  const isAsked = isOpen && device === null && ticket.state.currentFingerprint !== null;
  return (
    <Card title={t('device.title')} icon={IconDeviceCctv} command="ticket.device" isMarked={isAsked}>
      {/* The QR does not tell the serial: asked for once a code was scanned, beside the step, not in its way. */}
      {isAsked && (
        <Text size="sm" mb="xs">
          {t('device.asked')}
        </Text>
      )}
      {isOpen && (device === null || isChanging) && (
        <SerialForm ticketId={ticket.id} kinds={playbook.match.deviceKinds} onDone={() => setChanging(false)}>
          {device === null && customer !== null && <OwnDevices ticketId={ticket.id} caller={customer} />}
        </SerialForm>
      )}
      {device !== null && !(isOpen && isChanging) && (
        <DeviceFields key={device.id} device={device} ticketId={ticket.id} />
      )}
      <OwnerLine ticket={ticket} />
      {!isOpen && device === null && <Text size="sm">{t('noDevice')}</Text>}
      {device !== null && (
        <Group gap="xs" mt="xs" justify="space-between">
          <Anchor size="sm" href={`#/device/${device.id}`}>
            {t('device.page')}
          </Anchor>
          {isOpen && (
            <Button size="compact-sm" variant="subtle" onClick={() => setChanging(!isChanging)}>
              {t(isChanging ? 'device.keep' : 'device.change')}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}
