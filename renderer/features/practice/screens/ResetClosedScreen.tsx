import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import { screenClock } from '../../../../core/practice/screen-date.ts';
import classes from '../Monitor.module.css';
import { useFocusOnMount } from '../use-focus-on-mount.ts';

/** The reset is switched off: a message, and the clock that a vendor's support asks for. */
export function ResetClosedScreen({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const close = useFocusOnMount<HTMLButtonElement>();
  return (
    <Stack className={classes['dialog'] ?? ''}>
      <Title order={2} size="h4">
        {t('resetClosed.title')}
      </Title>
      <Text>{t('resetClosed.what')}</Text>
      <Text className="rd-mono" size="sm">
        {screenClock(device.now())}
      </Text>
      <Group justify="flex-end">
        <Button ref={close} variant="default" onClick={() => device.openLogin()}>
          {t('resetClosed.back')}
        </Button>
      </Group>
    </Stack>
  );
}
