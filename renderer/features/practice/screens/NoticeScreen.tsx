import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import classes from '../Monitor.module.css';
import { useFocusOnMount } from '../use-focus-on-mount.ts';

/** What a recorder tells before it shows the QR: which data the code carries. */
export function NoticeScreen({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const ok = useFocusOnMount<HTMLButtonElement>();
  return (
    <Stack className={classes['dialog'] ?? ''}>
      <Title order={2} size="h4">
        {t('notice.title')}
      </Title>
      <Text>{t('notice.what')}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => device.closePage()}>
          {t('cancel')}
        </Button>
        <Button ref={ok} onClick={() => device.openResetPage()}>
          {t('notice.ok')}
        </Button>
      </Group>
    </Stack>
  );
}
