import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEye, IconMarquee2, IconScreenshot } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenAbilities } from '../../../core/contract/shell-records.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { useKeyFinder, useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { keyProps } from '../../ui/use-command-key.tsx';
import type { Found } from './found.ts';
import { OtherWays } from './OtherWays.tsx';
import type { ScanTab } from './scan-state.ts';
import { WatchPanel } from './WatchPanel.tsx';

type Props = {
  readonly isBusy: boolean;
  readonly hasTried: boolean;
  readonly onScan: () => void;
  readonly onSelect: () => void;
  readonly onWatched: (found: readonly Found[]) => Promise<boolean>;
  readonly onPickTab: (tab: ScanTab) => void;
};

/** Until it is known; so it is on most computers. */
const USUAL: ScreenAbilities = { picture: 'silent', watch: 'list' };

/** Everything that is on this computer's screens: all of them at once, a marked area, or one window over time. */
export function ScreenPanel({ onWatched, ...once }: Props) {
  const [isWatching, setIsWatching] = useState(false);
  const abilities = useCall('capture.getAbilities', {}, { asksAnew: true }).data ?? USUAL;
  if (!isWatching) return <ScanOnce {...once} abilities={abilities} onWatch={() => setIsWatching(true)} />;
  const take = async (found: readonly Found[]) => {
    // The agent is looking at the other window.
    await client.call('app.present', {});
    const isTaken = await onWatched(found);
    if (isTaken) setIsWatching(false);
    return isTaken;
  };
  const asksDesktop = abilities.watch === 'desktop';
  return <WatchPanel asksDesktop={asksDesktop} onFound={take} onBack={() => setIsWatching(false)} />;
}

type OnceProps = Omit<Props, 'onWatched'> & {
  readonly abilities: ScreenAbilities;
  readonly onWatch: () => void;
};

/** Only what this desktop offers; where that is nothing, the ways that work. */
function ScanOnce({ abilities, isBusy, hasTried, onScan, onSelect, onWatch, onPickTab }: OnceProps) {
  const { t } = useTranslation('scan');
  const { picture, watch } = abilities;
  const label = t(hasTried ? 'screen.again' : 'screen.action');
  const ways: readonly Way[] = [
    {
      command: 'scanner.area',
      label: t('screen.select'),
      run: onSelect,
      Icon: IconMarquee2,
      isThere: picture !== 'none',
    },
    {
      command: 'scanner.watch',
      label: t('screen.watch'),
      run: onWatch,
      Icon: IconEye,
      isThere: watch !== 'none',
    },
  ];
  const offered = ways.filter(({ isThere }) => isThere);
  useShortcuts([
    { key: 'Enter', label, run: onScan, isEnabled: picture !== 'none' },
    ...offered.map(({ command, run }) => ({ command, run })),
  ]);
  if (offered.length === 0) return hasTried ? null : <NotOffered onPickTab={onPickTab} />;
  return (
    <Stack align="flex-start" gap="sm">
      <Text>{t('screen.hint')}</Text>
      <Text size="sm" c="dimmed">
        {t(picture === 'silent' ? 'screen.detail' : 'screen.desktopDetail')}
      </Text>
      <Group gap="sm">
        {picture !== 'none' && (
          <Button
            leftSection={<IconScreenshot aria-hidden size={18} />}
            rightSection={<KeyHint name="Enter" />}
            loading={isBusy}
            onClick={onScan}
          >
            {label}
          </Button>
        )}
        {offered.map((way) => (
          <WayButton key={way.command} way={way} isBusy={isBusy} />
        ))}
      </Group>
    </Stack>
  );
}

/** What a try would tell too. */
function NotOffered({ onPickTab }: Pick<Props, 'onPickTab'>) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="sm">
      <Notice tone="info" title={t('captureFailed.notOffered.title')}>
        {t('captureFailed.notOffered.next')}
      </Notice>
      <OtherWays tab="screen" onPickTab={onPickTab} />
    </Stack>
  );
}

interface Way {
  readonly command: 'scanner.area' | 'scanner.watch';
  readonly label: string;
  readonly run: () => void;
  readonly Icon: typeof IconEye;
  /** This desktop offers it. */
  readonly isThere: boolean;
}

type WayButtonProps = { readonly way: Way; readonly isBusy: boolean };

function WayButton({ way: { command, label, run, Icon }, isBusy }: WayButtonProps) {
  const keyOf = useKeyFinder();
  return (
    <Button
      variant="default"
      leftSection={<Icon aria-hidden size={18} />}
      {...keyProps(keyOf(command))}
      disabled={isBusy}
      onClick={run}
    >
      {label}
    </Button>
  );
}
