import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './VaultFrame.module.css';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
};

/** One calm card in the middle of the window. */
export function VaultFrame({ title, children }: Props) {
  const { t } = useTranslation('common');
  return (
    <main className={classes['page']}>
      <Paper withBorder className={classes['card'] ?? ''}>
        <Group className={classes['brand'] ?? ''} gap="xs">
          <IconQrcode aria-hidden size={22} />
          <Text fw={700}>{t('appName')}</Text>
        </Group>
        <Stack gap="md">
          <Title order={1} size="h2">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
