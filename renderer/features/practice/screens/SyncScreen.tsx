import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import classes from '../Monitor.module.css';
import { useFocusOnMount } from '../use-focus-on-mount.ts';

/** The recorder's question whether its cameras get the new password too. */
export function SyncScreen({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const yes = useFocusOnMount<HTMLButtonElement>();
  return (
    <Stack className={classes['dialog'] ?? ''}>
      <Title order={2} size="h4">
        {t('sync.title')}
      </Title>
      <Text>{t('sync.what')}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => device.answerSync(false)}>
          {t('sync.no')}
        </Button>
        <Button ref={yes} onClick={() => device.answerSync(true)}>
          {t('sync.yes')}
        </Button>
      </Group>
    </Stack>
  );
}
