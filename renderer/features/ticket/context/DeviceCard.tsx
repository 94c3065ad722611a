import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconDeviceCctv } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { isAskingWhoCalls } from '../caller/asking.ts';
import { OwnDevices } from '../caller/OwnDevices.tsx';
import { returnToStage, SERIAL_FIELD_ID } from '../focus.ts';
import type { TicketProps } from '../ticket-props.ts';
import { Card } from './Card.tsx';
import { DeviceFields } from './DeviceFields.tsx';
import { EditButton } from './EditButton.tsx';
import { OwnerLine } from './OwnerLine.tsx';
import { SerialForm } from './SerialForm.tsx';
import { useSideColumn } from './side-column.tsx';
import { useAttachDevice } from './use-attach-device.tsx';

/** Which device it is: a summary that opens for its serial, and then for its description. */
export function DeviceCard({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  const column = useSideColumn();
  const { device, customer } = ticket;
  const isOpen = ticket.state.status === 'open';
  const isEdited = column.edited === 'device';
  const isAsked = isOpen && device === null && ticket.state.currentFingerprint !== null;
  const isFinding = isOpen && isEdited && (device === null || column.changed === 'device');
  // The step that asks who calls offers them itself.
  const offersOwn = isOpen && device === null && customer !== null && !isAskingWhoCalls(ticket, playbook);
  const draft = useDraft(ticket.id, 'serial');
  // Here, where its answer is heard although the form was folded meanwhile.
  const attach = useAttachDevice(ticket.id, () => {
    draft.setText('');
    column.stopEditing();
    returnToStage(SERIAL_FIELD_ID);
  });
  const change = () => (isFinding ? column.edit('device') : column.change('device'));
  return (
    <Card title={t('device.title')} icon={IconDeviceCctv} command="ticket.device" isMarked={isAsked}>
      {/* The QR does not tell the serial: asked for once a code was scanned, beside the step, not in its way. */}
      {isAsked && (
        <Text size="sm" mb="xs">
          {t('device.asked')}
        </Text>
      )}
      {isFinding ? (
        <SerialForm draft={draft} attach={attach} kinds={playbook.match.deviceKinds}>
          {offersOwn && <OwnDevices ticketId={ticket.id} caller={customer} />}
        </SerialForm>
      ) : device === null ? (
        <>
          {!isAsked && <Text size="sm">{t('noDevice')}</Text>}
          {offersOwn && <OwnDevices ticketId={ticket.id} caller={customer} />}
        </>
      ) : (
        <DeviceFields
          key={device.id}
          device={device}
          ticketId={ticket.id}
          summary={isEdited ? null : <Summary ticket={ticket} device={device} />}
        />
      )}
      <CallErrorNotice error={attach.error ?? draft.error} />
      {attach.question}
      <OwnerLine ticket={ticket} />
      <Group gap={4} mt={4} justify="space-between">
        {device !== null && (
          <Anchor size="sm" href={`#/device/${device.id}`}>
            {t('device.page')}
          </Anchor>
        )}
        {isOpen && device !== null && (
          <Button size="compact-sm" variant="subtle" onClick={change}>
            {t(isFinding ? 'device.keep' : 'device.change')}
          </Button>
        )}
        {(isOpen || device !== null) && <EditButton card="device" />}
      </Group>
    </Card>
  );
}

type SummaryProps = {
  readonly ticket: TicketDetails;
  readonly device: NonNullable<TicketDetails['device']>;
};

function Summary({ ticket: { lastReset, otherTickets }, device }: SummaryProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const resets = otherTickets.filter(({ outcome }) => outcome === 'resolved').length;
  const facts = [device.model, t(`common:deviceKind.${device.kind}`), device.firmwareVersion];
  return (
    <>
      <Text className="rd-mono" style={{ overflowWrap: 'anywhere' }}>
        {device.serial}
      </Text>
      <Text size="sm">{facts.filter((fact) => fact !== '').join(' · ')}</Text>
      {lastReset !== null && (
        <Text size="sm">
          {t('device.earlier', {
            count: Math.max(resets, 1),
            at: formatTime(lastReset.at, now, i18n.language),
          })}
        </Text>
      )}
    </>
  );
}
