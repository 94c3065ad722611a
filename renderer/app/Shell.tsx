import { Anchor, Box, Button, Group, NavLink, Stack, Text } from '@mantine/core';
import {
  IconDeviceCctv,
  IconDeviceTv,
  IconInbox,
  IconLock,
  IconMessages,
  IconQrcode,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand } from '../api/use-call.ts';
import {
  AlarmBar,
  ClockNotice,
  TimersLink,
  useDeskClock,
  useOpenRequests,
} from '../features/alarms/index.ts';
import { PaletteButton } from '../features/palette/index.ts';
import { useScanner } from '../features/scan/index.ts';
import { CallErrorNotice } from '../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../ui/use-command-key.tsx';
import { Banners } from './Banners.tsx';
import classes from './Shell.module.css';
import { StatusLine } from './StatusLine.tsx';
import { useDeskCommands } from './use-desk-commands.ts';

/** The frame of the desk: rail, banners, page, status line. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const practice = useCommand('practice.open');
  const clock = useDeskClock();
  useOpenRequests();
  return (
    <div className={classes['frame']}>
      <Anchor className={classes['skip'] ?? ''} href="#content" onClick={focusContent}>
        {t('skipToContent')}
      </Anchor>
      <Rail onPractice={() => practice.mutate({})} />
      <div className={classes['column']}>
        <Banners />
        <ClockNotice clock={clock} />
        <AlarmBar />
        <Box component="main" id="content" tabIndex={-1} className={classes['content'] ?? ''}>
          <CallErrorNotice error={practice.error} />
          {children}
        </Box>
        <StatusLine />
      </div>
    </div>
  );
}

/** The address is a hash route, so the link must not change it. */
function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Rail({ onPractice }: { readonly onPractice: () => void }) {
  const { t } = useTranslation('common');
  const lockKey = useCommandKey('desk.lock');
  const openKey = useCommandKey('scan.open');
  const [location] = useLocation();
  const { openScanner } = useScanner();
  const { lock } = useDeskCommands(onPractice);
  const links = [
    { path: '/', label: t('nav.queue'), icon: IconInbox },
    { path: '/customers', pages: '/customer/', label: t('nav.customers'), icon: IconUsers },
    { path: '/devices', pages: '/device/', label: t('nav.devices'), icon: IconDeviceCctv },
    { path: '/messages', label: t('nav.messages'), icon: IconMessages },
    { path: '/settings', pages: '/settings/', label: t('nav.settings'), icon: IconSettings },
  ];
  return (
    <Stack component="nav" aria-label={t('nav.label')} className={classes['rail'] ?? ''} gap="xs">
      <Group className={classes['brand'] ?? ''} gap="xs" wrap="nowrap">
        <IconQrcode aria-hidden size={24} />
        <Text fw={700}>{t('appName')}</Text>
      </Group>
      <Button
        leftSection={<IconQrcode aria-hidden size={18} />}
        rightSection={openKey.hint}
        fullWidth
        classNames={{ inner: classes['scan'] ?? '', label: classes['scanLabel'] ?? '' }}
        aria-keyshortcuts={openKey.aria}
        onClick={() => openScanner()}
      >
        {t('nav.scan')}
      </Button>
      <PaletteButton />
      {links.map(({ path, pages, label, icon: Icon }) => (
        <NavLink
          key={path}
          className={classes['link'] ?? ''}
          href={`#${path}`}
          label={label}
          active={location === path || (pages !== undefined && location.startsWith(pages))}
          aria-current={location === path ? 'page' : undefined}
          leftSection={<Icon aria-hidden size={18} />}
        />
      ))}
      <TimersLink className={classes['link'] ?? ''} />
      <NavLink
        component="button"
        type="button"
        className={`${classes['link']} ${classes['practice']}`}
        label={t('nav.practice')}
        leftSection={<IconDeviceTv aria-hidden size={18} />}
        onClick={onPractice}
      />
      <NavLink
        component="button"
        type="button"
        className={classes['link'] ?? ''}
        label={t('nav.lock')}
        aria-keyshortcuts={lockKey.aria}
        leftSection={<IconLock aria-hidden size={18} />}
        onClick={lock}
      />
    </Stack>
  );
}
