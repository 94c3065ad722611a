import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../../core/contract/records.ts';
import { type OwnerReason, ownerReasonSchema } from '../../../../core/records/record-entry.ts';
import { useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';

type Props = {
  readonly device: Device;
  readonly ownerName: string;
  readonly next: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onChanged?: () => void;
};

/** A device that somebody owns gets another owner only here: by the agent's word, with a reason that stays in the trail. */
export function OwnerChangeDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const { t } = useTranslation('ticket');
  return (
    <Dialog isQuestion title={t('ownerChange.title')} isOpen={isOpen} onClose={props.onClose}>
      <OwnerChangeForm {...props} />
    </Dialog>
  );
}

function OwnerChangeForm({ device, ownerName, next, onClose, onChanged }: Props) {
  const { t } = useTranslation('ticket');
  const [reason, setReason] = useState<OwnerReason | null>(null);
  const setOwner = useCommand('device.setOwner');
  const change = () => {
    if (reason === null || setOwner.isPending) return;
    setOwner.mutate(
      { deviceId: device.id, customerId: next.id, reason },
      {
        onSuccess: () => {
          onClose();
          onChanged?.();
        },
      },
    );
  };
  useShortcuts([
    { key: 'Enter', label: t('ownerChange.do'), run: change, isEnabled: reason !== null },
    ...ownerReasonSchema.options.map((option, index) => ({
      key: String(index + 1),
      label: t(`common:ownerReasons.${option}`),
      run: () => setReason(option),
      isQuiet: true,
    })),
  ]);
  return (
    <Stack gap="md">
      <Text size="sm">
        {t('ownerChange.what', { serial: device.serial, owner: ownerName, next: next.name })}
      </Text>
      <Radio.Group
        label={t('ownerChange.why')}
        value={reason}
        onChange={(value) => setReason(ownerReasonSchema.parse(value))}
      >
        <Stack gap="xs" mt="xs">
          {ownerReasonSchema.options.map((option, index) => (
            <Radio
              key={option}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              value={option}
              aria-keyshortcuts={String(index + 1)}
              label={
                <>
                  {t(`common:ownerReasons.${option}`)} <KeyHint name={String(index + 1)} />
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed">
        {t('ownerChange.note')}
      </Text>
      <CallErrorNotice error={setOwner.error} />
      <Group gap="xs">
        <Button
          disabled={reason === null}
          loading={setOwner.isPending}
          rightSection={<KeyHint name="Enter" />}
          onClick={change}
        >
          {t('ownerChange.do')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
