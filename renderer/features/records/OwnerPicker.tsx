import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';

/** Finds another owner for a device. */
export function OwnerPicker({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const search = useCall(
    'customer.search',
    { text, limit: 6 },
    { isEnabled: text.trim() !== '', keepsPrevious: true },
  );
  const setOwner = useCommand('device.setOwner');
  const found = text.trim() === '' ? [] : (search.data?.customers ?? []);
  return (
    <Stack gap="xs" mt="xs">
      <TextInput
        label={t('device.newOwner')}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.map((customer) => (
        <Button
          key={customer.id}
          variant="default"
          size="xs"
          onClick={() =>
            setOwner.mutate({ deviceId, customerId: customer.id }, { onSuccess: () => setText('') })
          }
        >
          {t('device.giveTo', { name: customer.name || t('unnamed') })}
        </Button>
      ))}
      <CallErrorNotice error={setOwner.error ?? search.error} />
    </Stack>
  );
}
