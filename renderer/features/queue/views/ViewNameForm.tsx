import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly label: string;
  readonly initial: string;
  /** Call `done` once the name is kept. */
  readonly onName: (name: string, done: () => void) => void;
};

/** The contract takes no longer name. */
const NAME_MAX_LENGTH = 60;

/** A name for a view. */
export function ViewNameForm({ label, initial, onName }: Props) {
  const { t } = useTranslation('queue');
  const [text, setText] = useState(initial);
  const name = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') onName(name, () => setText(''));
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
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name === ''}>
          {t('views.nameSave')}
        </Button>
      </Group>
    </form>
  );
}
