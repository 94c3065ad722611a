import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly label: string;
  /** What is typed so far. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onName: (name: string) => void;
};

/** The contract takes no longer name. */
const NAME_MAX_LENGTH = 60;

/** A name for a view. */
export function ViewNameForm({ label, text, onText, onName }: Props) {
  const { t } = useTranslation('queue');
  const name = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') onName(name);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={label}
          placeholder={t('views.name')}
          value={text}
          maxLength={NAME_MAX_LENGTH}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name === ''}>
          {t('views.nameSave')}
        </Button>
      </Group>
    </form>
  );
}
