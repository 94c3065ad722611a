import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../../core/contract/records.ts';
import { deviceKindSchema } from '../../../../core/values.ts';
import { client } from '../../../api/client.ts';
import { useAutosave } from '../../../lib/use-autosave.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { SERIAL_FIELD_ID } from '../focus.ts';
import { useKeepRecord, useRefreshTicket } from '../use-keep-ticket.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

type Fields = Pick<Device, 'model' | 'kind'>;

/** The device's details, saved as they are typed. The serial is what it is known by, so it is only shown. */
export function DeviceFields({ device, ticketId }: { readonly device: Device; readonly ticketId: string }) {
  const { t } = useTranslation('ticket');
  const kindId = useId();
  const keepRecord = useKeepRecord(ticketId);
  const refresh = useRefreshTicket(ticketId);
  const form = useAutosave<Fields>({
    saved: device,
    version: device.version,
    send: async (change, version) => {
      const saved = await client.call('device.update', { deviceId: device.id, version, change });
      keepRecord({ device: saved.device });
      return saved.device.version;
    },
    onConflict: refresh,
  });
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={500}>
          {t('device.serial')}
        </Text>
        <Text className="rd-mono" style={{ overflowWrap: 'anywhere' }}>
          {device.serial}
        </Text>
      </div>
      <TextInput
        id={SERIAL_FIELD_ID}
        size="sm"
        label={t('device.model')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={form.values.model}
        onChange={(event) => form.change({ model: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <div>
        <Text size="sm" fw={500} id={kindId}>
          {t('device.kind')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={kindId}
          data={deviceKindSchema.options.map((value) => ({ value, label: t(`common:deviceKind.${value}`) }))}
          value={form.values.kind}
          onChange={(kind) => form.change({ kind })}
        />
      </div>
      {form.conflict !== null && (
        <ConflictNotice
          mine={[
            form.conflict.model ?? '',
            form.conflict.kind ? t(`common:deviceKind.${form.conflict.kind}`) : '',
          ]
            .filter((part) => part !== '')
            .join(', ')}
          onUseMine={() => {
            if (form.conflict !== null) form.change(form.conflict);
            form.dismissConflict();
          }}
          onKeepTheirs={form.dismissConflict}
        />
      )}
      <CallErrorNotice error={form.error} />
    </Stack>
  );
}
