import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../core/phone.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';

/** A pause in typing after which the search runs. */
const SEARCH_AFTER_MS = 120;
const SHOWN = 5;

type Props = { readonly deviceId: string; readonly ownerId: string | null };

/** Finds another owner for a device; asked for, because it is seldom needed. */
export function OwnerPicker({ deviceId, ownerId }: Props) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <OwnerSearch deviceId={deviceId} ownerId={ownerId} onDone={() => setOpen(false)} />
  ) : (
    <Anchor component="button" type="button" size="sm" display="block" mt="xs" onClick={() => setOpen(true)}>
      {t(ownerId === null ? 'device.setOwner' : 'device.newOwner')}
    </Anchor>
  );
}

function OwnerSearch({ deviceId, ownerId, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS);
  const search = useCall(
    'customer.search',
    { text: searched, limit: SHOWN + 1 },
    { isEnabled: searched !== '', keepsPrevious: true },
  );
  const setOwner = useCommand('device.setOwner');
  const found = searched === '' ? [] : (search.data?.customers ?? []).filter(({ id }) => id !== ownerId);
  return (
    <Stack gap="xs" mt="xs">
      <TextInput
        // The agent has just asked for it.
        autoFocus
        size="sm"
        label={t('device.findOwner')}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.slice(0, SHOWN).map((customer) => (
        <Button
          key={customer.id}
          variant="default"
          size="xs"
          h="auto"
          py={6}
          justify="flex-start"
          loading={setOwner.isPending}
          onClick={() => setOwner.mutate({ deviceId, customerId: customer.id }, { onSuccess: onDone })}
        >
          {t('device.giveTo', { name: customer.name || t('unnamed') })}
          <Text span size="xs" c="dimmed" ms={8}>
            {customer.phones.map(formatPhone).join(' · ')}
          </Text>
        </Button>
      ))}
      {searched !== '' && !search.isFetching && found.length === 0 && (
        <Text size="sm" role="status">
          {t('nothingFound')}
        </Text>
      )}
      <div>
        <Button variant="subtle" size="compact-sm" onClick={onDone}>
          {t('common:actions.cancel')}
        </Button>
      </div>
      <CallErrorNotice error={setOwner.error ?? search.error} />
    </Stack>
  );
}
