import { Button, Group, NavLink, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconChartBar,
  IconDeviceCctv,
  IconDeviceTv,
  IconInbox,
  IconLock,
  IconMessages,
  IconQrcode,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TimersLink } from '../features/alarms/index.ts';
import { PaletteButton } from '../features/palette/index.ts';
import { useScanner } from '../features/scan/index.ts';
import { useCommandKey } from '../ui/use-command-key.tsx';
import classes from './Rail.module.css';
import { ReminderChip } from './ReminderChip.tsx';
import { useDeskCommands } from './use-desk-commands.ts';

/** Narrow, or a wide window at 200 %. */
const NARROW = '(max-width: 760px)';

type Props = {
  /** Icons only. Their words stay their names, and come up under the pointer. */
  readonly isFolded: boolean;
  readonly onPractice: () => void;
};

/** The pages of the desk, the scanner and the search, from everywhere. */
export function Rail({ isFolded, onPractice }: Props) {
  const { t } = useTranslation('common');
  const lockKey = useCommandKey('desk.lock');
  const openKey = useCommandKey('scan.open');
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const areIconsOnly = isFolded || isNarrow;
  const tip = (label: string) => (areIconsOnly ? label : undefined);
  const [location] = useLocation();
  const { openScanner } = useScanner();
  const { lock } = useDeskCommands(onPractice);
  const links = [
    { path: '/', label: t('nav.queue'), icon: IconInbox },
    { path: '/customers', pages: '/customer/', label: t('nav.customers'), icon: IconUsers },
    { path: '/devices', pages: '/device/', label: t('nav.devices'), icon: IconDeviceCctv },
    { path: '/figures', label: t('nav.figures'), icon: IconChartBar },
    { path: '/messages', label: t('nav.messages'), icon: IconMessages },
    { path: '/settings', pages: '/settings/', label: t('nav.settings'), icon: IconSettings },
  ];
  return (
    <Stack
      component="nav"
      aria-label={t('nav.label')}
      className={classes['rail'] ?? ''}
      data-folded={areIconsOnly}
      gap="xs"
    >
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
        title={tip(t('nav.scan'))}
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
          title={tip(label)}
          active={location === path || (pages !== undefined && location.startsWith(pages))}
          aria-current={location === path ? 'page' : undefined}
          leftSection={<Icon aria-hidden size={18} />}
        />
      ))}
      <TimersLink className={classes['link'] ?? ''} />
      <div className={classes['end']}>
        <ReminderChip isFolded={areIconsOnly} />
      </div>
      <NavLink
        component="button"
        type="button"
        className={classes['link'] ?? ''}
        label={t('nav.practice')}
        title={tip(t('nav.practice'))}
        leftSection={<IconDeviceTv aria-hidden size={18} />}
        onClick={onPractice}
      />
      <NavLink
        component="button"
        type="button"
        className={classes['link'] ?? ''}
        label={t('nav.lock')}
        title={tip(t('nav.lock'))}
        aria-keyshortcuts={lockKey.aria}
        leftSection={<IconLock aria-hidden size={18} />}
        onClick={lock}
      />
    </Stack>
  );
}
