import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordAnswer } from '../../../core/practice/state.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

type Props = { readonly onSave: (wanted: string, repeated: string) => PasswordAnswer };

/** The new password, typed twice. */
export function PasswordForm({ onSave }: Props) {
  const { t } = useTranslation('practice');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [answer, setAnswer] = useState<PasswordAnswer | null>(null);
  const firstField = useFocusOnMount<HTMLInputElement>();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(onSave(password, repeated));
  };
  return (
    <Stack component="form" onSubmit={save}>
      <PasswordInput
        ref={firstField}
        label={t('newPassword.password')}
        description={t('newPassword.rules')}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('newPassword.repeated')}
        value={repeated}
        autoComplete="off"
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      {answer?.ok === false && <Notice tone="danger" title={t(`newPassword.problem.${answer.reason}`)} />}
      <Group justify="flex-end">
        <Button type="submit">{t('newPassword.save')}</Button>
      </Group>
    </Stack>
  );
}
