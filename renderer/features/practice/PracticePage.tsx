import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mailbox } from './Mailbox.tsx';
import { Monitor } from './Monitor.tsx';
import { Phone } from './Phone.tsx';
import classes from './PracticePage.module.css';
import { Sticker } from './Sticker.tsx';
import { usePracticeDevice } from './use-practice-device.ts';

/** A pretend recorder, phone and mailbox: everything an agent needs to practise the whole job alone. */
export function PracticePage() {
  const { t } = useTranslation('practice');
  const { device, state } = usePracticeDevice();
  return (
    <div className={classes['page']}>
      <header className={classes['banner']}>
        <Title order={1} size="h5">
          {t('banner.title')}
        </Title>
        <Text size="sm">{t('banner.what')}</Text>
      </header>
      <main className={classes['desk']}>
        <Stack gap="sm">
          <Monitor device={device} state={state} />
          <Sticker label={state.label} />
        </Stack>
        <div className={classes['side']}>
          <Phone device={device} />
          <Mailbox device={device} state={state} />
        </div>
      </main>
    </div>
  );
}
