import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFields as Fields } from '../../../../core/contract/people-calls.ts';
import type { Device } from '../../../../core/contract/records.ts';
import { deviceFields } from '../../../../core/records/device-fields.ts';
import { maxLengthOf } from '../../../../core/records/field.ts';
import { deviceKindSchema, generationSchema } from '../../../../core/values.ts';
import { client } from '../../../api/client.ts';
import { useAutosave } from '../../../lib/use-autosave.ts';
import { useRecordWords } from '../../../lib/use-record-words.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { ConflictNotice } from '../../../ui/ConflictNotice.tsx';
import { SERIAL_FIELD_ID } from '../focus.ts';
import { useKeepRecord, useRefreshTicket } from '../use-keep-ticket.ts';
import { PlaceField } from './PlaceField.tsx';

type Props = {
  readonly device: Device;
  /** Null on the device's own page, which has its serial as the heading. */
  readonly ticketId: string | null;
  /** Shown in the place of the fields once all that was typed is stored; null while they are edited. */
  readonly summary?: ReactNode;
};

/** The device's details, saved as they are typed. The serial is what it is known by, so it is only shown. */
export function DeviceFields({ device, ticketId, summary = null }: Props) {
  const { t } = useTranslation('ticket');
  const kindId = useId();
  const words = useRecordWords();
  const form = useDeviceForm({ device, ticketId });
  const { values } = form;
  if (summary !== null && form.isSettled) return summary;
  return (
    <Stack gap="xs">
      {ticketId !== null && <Serial serial={device.serial} />}
      <WrittenField name="model" id={SERIAL_FIELD_ID} label={t('device.model')} form={form} />
      <div>
        <Text size="sm" fw={500} id={kindId}>
          {t('device.kind')}
        </Text>
        <SegmentedControl
          fullWidth
          // The column is narrow, and the longest of the three is a word that must not be cut.
          size="xs"
          aria-labelledby={kindId}
          data={[...words.kinds]}
          value={values.kind}
          onChange={(kind) => form.change({ kind: deviceKindSchema.parse(kind) })}
        />
      </div>
      <WrittenField name="firmwareVersion" label={t('device.firmwareVersion')} form={form} />
      {ticketId === null && <Make values={values} onChange={form.change} />}
      {device.customerId !== null && (
        <PlaceField
          customerId={device.customerId}
          siteId={values.siteId}
          onChange={(siteId) => form.change({ siteId })}
        />
      )}
      {form.conflict !== null && (
        <ConflictNotice
          mine={Object.entries(form.conflict)
            .map(([name, value]) => (name === 'siteId' ? '' : words.textOf(name, value)))
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

type WrittenFieldProps = {
  readonly name: 'model' | 'firmwareVersion';
  readonly id?: string;
  readonly label: string;
  readonly form: ReturnType<typeof useDeviceForm>;
};

/** A text that the agent reads off the device and types. The field takes no more characters than the record does. */
function WrittenField({ name, form, ...field }: WrittenFieldProps) {
  return (
    <TextInput
      {...field}
      size="sm"
      autoComplete="off"
      spellCheck={false}
      maxLength={maxLengthOf(deviceFields[name])}
      value={form.values[name]}
      onChange={(event) => form.change({ [name]: event.currentTarget.value })}
      onBlur={form.flush}
    />
  );
}

type MakeProps = { readonly values: Fields; readonly onChange: (change: Partial<Fields>) => void };

/** Whose it is and how old; in a ticket the chooser asks for it where it matters. */
function Make({ values, onChange }: MakeProps) {
  const { t } = useTranslation('ticket');
  const words = useRecordWords();
  return (
    <>
      <Select
        size="sm"
        label={t('device.brand')}
        placeholder={t('device.unknown')}
        clearable
        data={words.brands}
        value={values.vendorFamily}
        onChange={(vendorFamily) => onChange({ vendorFamily })}
      />
      <Select
        size="sm"
        label={t('device.menus')}
        placeholder={t('device.unknown')}
        clearable
        data={words.generations}
        value={values.generation}
        onChange={(generation) => onChange({ generation: generationSchema.nullable().parse(generation) })}
      />
    </>
  );
}

function Serial({ serial }: { readonly serial: string }) {
  const { t } = useTranslation('ticket');
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('device.serial')}
      </Text>
      <Text className="rd-mono" style={{ overflowWrap: 'anywhere' }}>
        {serial}
      </Text>
    </div>
  );
}

function useDeviceForm({ device, ticketId }: Pick<Props, 'device' | 'ticketId'>) {
  const keepRecord = useKeepRecord(ticketId);
  const refresh = useRefreshTicket(ticketId);
  return useAutosave<Fields>({
    saved: device,
    version: device.version,
    send: async (change, version) => {
      const saved = await client.call('device.update', { deviceId: device.id, version, change });
      keepRecord({ device: saved.device });
      return saved.device.version;
    },
    onConflict: refresh,
  });
}
