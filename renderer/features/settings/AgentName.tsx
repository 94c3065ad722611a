import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPersonName } from '../../../core/person-name.ts';

type Props = {
  readonly savedName: string;
  readonly onSave: (name: string) => void;
};

/** Saves once the typing pauses; leaving the field or the page saves at once. */
const SAVE_DELAY_MS = 400;

/** The name that signs every step. It can not be empty, so an empty field is not saved. */
export function AgentName({ savedName, onSave }: Props) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(savedName);
  const saveSoon = useDebouncedCallback(
    (next: string) => {
      if (isPersonName(next) && next !== savedName) onSave(next);
    },
    { delay: SAVE_DELAY_MS, flushOnUnmount: true },
  );
  return (
    <TextInput
      label={t('you.name')}
      description={t('you.nameWhat')}
      value={name}
      maxLength={100}
      autoComplete="off"
      error={!isPersonName(name) && t(name.trim() === '' ? 'you.nameMissing' : 'you.nameIsAccount')}
      onChange={(event) => {
        setName(event.currentTarget.value);
        saveSoon(event.currentTarget.value.trim());
      }}
      onBlur={() => saveSoon.flush()}
    />
  );
}
