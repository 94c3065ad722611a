import { Button, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import type { PasswordAnswer } from '../../../../core/practice/state.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from '../Monitor.module.css';
import { useFocusOnMount } from '../use-focus-on-mount.ts';

/** The new password, typed twice. */
export function NewPasswordScreen({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [answer, setAnswer] = useState<PasswordAnswer | null>(null);
  const firstField = useFocusOnMount<HTMLInputElement>();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(device.setPassword(password, repeated));
  };
  return (
    <Stack component="form" className={classes['dialog'] ?? ''} onSubmit={save}>
      <Title order={2} size="h4">
        {t('newPassword.title')}
      </Title>
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
