import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../../core/contract/records.ts';
import type { DeviceKind } from '../../../../core/values.ts';
import type { Draft } from '../../../lib/use-draft.ts';
import { useScanner } from '../../scan/index.ts';
import { focusStageHeading, SERIAL_FIELD_ID } from '../focus.ts';
import { KnownDevices, useKnownDevices } from './KnownDevices.tsx';
import { readSerial, type SerialReading } from './read-serial.ts';
import type { DeviceAttaching } from './use-attach-device.tsx';

type Props = {
  readonly draft: Draft;
  readonly attach: DeviceAttaching;
  /** Kinds that the procedure is for; the usual one first. */
  readonly kinds: readonly DeviceKind[];
  /** What is offered until a serial is typed; what is typed then finds known devices itself. */
  readonly children?: ReactNode;
};

/** The serial, typed or from the label. A serial that has an open ticket brings that ticket up. */
export function SerialForm({ draft, attach, kinds, children }: Props) {
  const { t } = useTranslation('ticket');
  const { openScanner } = useScanner();
  const [kind, setKind] = useState<DeviceKind>(kinds[0] ?? 'recorder');
  const [isAsked, setAsked] = useState(false);
  const reading = readSerial(draft.text);
  const known = useKnownDevices(draft.text);
  const take = ({ serial, kind: knownKind }: Device) => attach.run(serial, knownKind);
  const submit = () => {
    setAsked(true);
    if (reading.kind === 'serial') attach.run(reading.serial, kind);
    else if (reading.kind === 'empty') focusStageHeading();
  };
  const isWrongNow = reading.kind === 'badCharacters' || reading.kind === 'tooLong' || isAsked;
  return (
    <Stack gap="xs">
      {draft.text === '' && children}
      <TextInput
        id={SERIAL_FIELD_ID}
        label={t('device.serial')}
        description={t('device.serialHint')}
        error={isWrongNow ? problemText(reading, t) : null}
        classNames={{ input: 'rd-mono' }}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={80}
        value={draft.text}
        onChange={(event) => {
          setAsked(false);
          draft.setText(event.currentTarget.value.toUpperCase());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const first = known[0];
          if (event.shiftKey && first !== undefined) take(first.device);
          else submit();
        }}
      />
      <KnownDevices devices={known} isPending={attach.isPending} onTake={take} />
      {kinds.length > 1 && (
        <div>
          <Text size="sm" fw={500} id={`${SERIAL_FIELD_ID}-kind`}>
            {t('device.kind')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={`${SERIAL_FIELD_ID}-kind`}
            data={kinds.map((value) => ({ value, label: t(`common:deviceKind.${value}`) }))}
            value={kind}
            onChange={setKind}
          />
        </div>
      )}
      <Group gap="xs">
        <Button
          variant="light"
          loading={attach.isPending}
          disabled={reading.kind !== 'serial'}
          onClick={submit}
        >
          {t('device.attach')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconQrcode aria-hidden size={18} />}
          onClick={() => openScanner()}
        >
          {t('device.scanLabel')}
        </Button>
      </Group>
    </Stack>
  );
}

function problemText(reading: SerialReading, t: TFunction<'ticket'>): string | null {
  if (reading.kind === 'serial' || reading.kind === 'empty') return null;
  if (reading.kind !== 'badCharacters') return t(`device.problems.${reading.kind}`);
  return t('device.problems.badCharacters', { characters: reading.characters.join(' ') });
}
