import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../../api/use-call.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { focusById } from '../focus.ts';

type Props = {
  readonly customerId: string;
  readonly siteId: string | null;
  readonly onChange: (siteId: string | null) => void;
};

/** Where the device is: one of its owner's places, or a new one. */
export function PlaceField({ customerId, siteId, onChange }: Props) {
  const { t } = useTranslation('ticket');
  const [isAdding, setAdding] = useState(false);
  const fieldId = useId();
  const sites = useCall('site.listOfCustomer', { customerId }).data?.sites ?? [];
  return (
    <>
      <Select
        id={fieldId}
        size="sm"
        label={t('device.place')}
        placeholder={t('device.unknown')}
        clearable
        data={sites.map(({ id, name, address }) => ({ value: id, label: name || address }))}
        value={siteId}
        onChange={onChange}
      />
      {isAdding ? (
        <NewPlace
          customerId={customerId}
          onDone={(created) => {
            setAdding(false);
            // The field that was typed in goes away; what is typed next must not reach the step.
            focusById(fieldId);
            if (created !== null) onChange(created);
          }}
        />
      ) : (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus aria-hidden size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('device.addPlace')}
          </Button>
        </div>
      )}
    </>
  );
}

type NewPlaceProps = {
  readonly customerId: string;
  /** @param siteId null when it was given up */
  readonly onDone: (siteId: string | null) => void;
};

function NewPlace({ customerId, onDone }: NewPlaceProps) {
  const { t } = useTranslation('ticket');
  const [name, setName] = useState('');
  const create = useCommand('site.create');
  const add = () => {
    if (name.trim() === '' || create.isPending) return;
    create.mutate(
      { customerId, name: name.trim(), address: '' },
      { onSuccess: ({ site }) => onDone(site.id) },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') add();
    else onDone(null);
  };
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          // The agent has just asked for it.
          autoFocus
          flex={1}
          size="sm"
          label={t('device.newPlace')}
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          size="sm"
          variant="light"
          loading={create.isPending}
          disabled={name.trim() === ''}
          onClick={add}
        >
          {t('device.add')}
        </Button>
      </Group>
      <CallErrorNotice error={create.error} />
    </>
  );
}
