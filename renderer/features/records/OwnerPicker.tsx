import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, Device } from '../../../core/contract/records.ts';
import { formatPhone } from '../../../core/phone.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { OwnerChangeDialog } from '../ticket/index.ts';

/** A pause in typing after which the search runs. */
const SEARCH_AFTER_MS = 120;
const SHOWN = 5;

type Props = { readonly device: Device; readonly owner: Customer | null };

/** Finds another owner for a device; asked for, because it is seldom needed. */
export function OwnerPicker({ device, owner }: Props) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <OwnerSearch device={device} owner={owner} onDone={() => setOpen(false)} />
  ) : (
    <Anchor component="button" type="button" size="sm" display="block" mt="xs" onClick={() => setOpen(true)}>
      {t(owner === null ? 'device.setOwner' : 'device.newOwner')}
    </Anchor>
  );
}

function OwnerSearch({ device, owner, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS);
  const search = useCall(
    'customer.search',
    { text: searched, limit: SHOWN + 1 },
    { isEnabled: searched !== '', keepsPrevious: true },
  );
  const setOwner = useCommand('device.setOwner');
  const [next, setNext] = useState<Customer | null>(null);
  /** Who owns it already does not lose it without a reason. */
  const choose = (customer: Customer) => {
    if (owner !== null) setNext(customer);
    else setOwner.mutate({ deviceId: device.id, customerId: customer.id }, { onSuccess: onDone });
  };
  const found = searched === '' ? [] : (search.data?.customers ?? []).filter(({ id }) => id !== owner?.id);
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
          onClick={() => choose(customer)}
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
      {owner !== null && next !== null && (
        <OwnerChangeDialog
          isOpen
          device={device}
          ownerName={owner.name || t('unnamed')}
          next={{ id: next.id, name: next.name || t('unnamed') }}
          onClose={() => setNext(null)}
          onChanged={onDone}
        />
      )}
    </Stack>
  );
}
