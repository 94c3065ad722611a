import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWindowTitle } from '../../lib/use-window-title.ts';
import { CaseBar } from './CaseBar.tsx';
import { ConfigTool } from './ConfigTool.tsx';
import { Mailbox } from './Mailbox.tsx';
import { Monitor } from './Monitor.tsx';
import { Phone } from './Phone.tsx';
import classes from './PracticePage.module.css';
import { Sticker } from './Sticker.tsx';
import { SupportDesk } from './SupportDesk.tsx';
import { useRehearsal } from './use-practice-device.ts';

/** A pretend recorder with what is around it: everything an agent needs to practise the whole job alone. */
export function PracticePage() {
  const { t } = useTranslation('practice');
  useWindowTitle(t('windowTitle'));
  const rehearsal = useRehearsal();
  const { device, state } = rehearsal;
  // Another label is another device: what was typed at the one before goes with it.
  const { serial } = state.label;
  return (
    <div className={classes['page']}>
      <header className={classes['banner']}>
        <Title order={1} size="h5">
          {t('banner.title')}
        </Title>
        <Text size="sm">{t('banner.what')}</Text>
      </header>
      <main className={classes['desk']} key={serial}>
        <Stack gap="sm">
          <CaseBar {...rehearsal} />
          <Monitor device={device} state={state} />
          <Sticker label={state.label} />
        </Stack>
        <div className={classes['side']}>
          <Phone device={device} />
          <Mailbox device={device} state={state} />
          {state.case === 'mailboxLost' && <ConfigTool {...rehearsal} />}
          {state.case === 'resetOff' && <SupportDesk {...rehearsal} />}
        </div>
      </main>
    </div>
  );
}
