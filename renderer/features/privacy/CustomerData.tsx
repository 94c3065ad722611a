import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Status } from '../../ui/Status.tsx';
import { EraseButton } from './EraseButton.tsx';
import { EraseDialog } from './EraseDialog.tsx';

/** What a customer can ask for: what is kept of them, and that it goes. */
export function CustomerData({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation('privacy');
  const [isErasing, setErasing] = useState(false);
  const save = useCommand('customer.saveData');
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('data.what')}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => save.mutate({ customerId, form: 'page' })}>
          {t('data.page')}
        </Button>
        <Button size="xs" variant="default" onClick={() => save.mutate({ customerId, form: 'data' })}>
          {t('data.file')}
        </Button>
        <EraseButton size="xs" onClick={() => setErasing(true)}>
          {t('erase.open')}
        </EraseButton>
      </Group>
      {save.data?.isSaved === true && <Status tone="good">{t('data.saved')}</Status>}
      <CallErrorNotice error={save.error} />
      <EraseDialog customerId={customerId} isOpen={isErasing} onClose={() => setErasing(false)} />
    </Stack>
  );
}
