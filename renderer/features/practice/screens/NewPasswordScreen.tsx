import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import classes from '../Monitor.module.css';
import { PasswordForm } from '../PasswordForm.tsx';

/** The second page of the reset. */
export function NewPasswordScreen({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  return (
    <Stack className={classes['dialog'] ?? ''}>
      <Title order={2} size="h4">
        {t('newPassword.title')}
      </Title>
      <PasswordForm onSave={(wanted, repeated) => device.setPassword(wanted, repeated)} />
    </Stack>
  );
}
