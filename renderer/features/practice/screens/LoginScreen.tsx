import { Button, Group, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import type { LoginAnswer } from '../../../../core/practice/state.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from '../Monitor.module.css';
import { useFocusOnMount } from '../use-focus-on-mount.ts';
import { LockNotice } from './LockNotice.tsx';

/** The recorder's login box. */
export function LoginScreen({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const [userName, setUserName] = useState('admin');
  const [password, setPassword] = useState('');
  const [answer, setAnswer] = useState<LoginAnswer | null>(null);
  const firstField = useFocusOnMount<HTMLInputElement>();
  const logIn = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(device.logIn(userName, password));
    setPassword('');
  };
  return (
    <Stack component="form" className={classes['dialog'] ?? ''} onSubmit={logIn}>
      <Title order={2} size="h4">
        {t('login.title')}
      </Title>
      <TextInput
        label={t('login.userName')}
        value={userName}
        autoComplete="off"
        onChange={(event) => setUserName(event.currentTarget.value)}
      />
      <PasswordInput
        ref={firstField}
        label={t('login.password')}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {answer?.ok === false && <LoginProblem answer={answer} />}
      <Group justify="space-between">
        <Button variant="subtle" onClick={() => device.forgetPassword()}>
          {t('login.forgot')}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={() => device.closePage()}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('login.logIn')}</Button>
        </Group>
      </Group>
    </Stack>
  );
}

function LoginProblem({ answer }: { readonly answer: Extract<LoginAnswer, { ok: false }> }) {
  const { t } = useTranslation('practice');
  if (answer.reason === 'locked') return <LockNotice lockedUntil={answer.lockedUntil} />;
  return <Notice tone="danger" title={t('login.wrong')} />;
}
