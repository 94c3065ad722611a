import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEye, IconMarquee2, IconScreenshot } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useKeyFinder, useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { keyProps } from '../../ui/use-command-key.tsx';
import type { Found } from './found.ts';
import { WatchPanel } from './WatchPanel.tsx';

type Props = {
  readonly isBusy: boolean;
  readonly hasTried: boolean;
  readonly onScan: () => void;
  readonly onSelect: () => void;
  readonly onWatched: (found: readonly Found[]) => Promise<boolean>;
};

/** Everything that is on this computer's screens: all of them at once, a marked area, or one window over time. */
export function ScreenPanel({ onWatched, ...once }: Props) {
  const [isWatching, setIsWatching] = useState(false);
  if (!isWatching) return <ScanOnce {...once} onWatch={() => setIsWatching(true)} />;
  const take = async (found: readonly Found[]) => {
    // The agent is looking at the other window.
    await client.call('app.present', {});
    const isTaken = await onWatched(found);
    if (isTaken) setIsWatching(false);
    return isTaken;
  };
  return <WatchPanel onFound={take} onBack={() => setIsWatching(false)} />;
}

type OnceProps = Omit<Props, 'onWatched'> & { readonly onWatch: () => void };

function ScanOnce({ isBusy, hasTried, onScan, onSelect, onWatch }: OnceProps) {
  const { t } = useTranslation('scan');
  const label = t(hasTried ? 'screen.again' : 'screen.action');
  const ways = [
    { command: 'scanner.area', way: t('screen.select'), run: onSelect, Icon: IconMarquee2 },
    { command: 'scanner.watch', way: t('screen.watch'), run: onWatch, Icon: IconEye },
  ] as const;
  const keyOf = useKeyFinder();
  useShortcuts([{ key: 'Enter', label, run: onScan }, ...ways.map(({ command, run }) => ({ command, run }))]);
  return (
    <Stack align="flex-start" gap="sm">
      <Text>{t('screen.hint')}</Text>
      <Text size="sm" c="dimmed">
        {t('screen.detail')}
      </Text>
      <Group gap="sm">
        <Button
          leftSection={<IconScreenshot aria-hidden size={18} />}
          rightSection={<KeyHint name="Enter" />}
          loading={isBusy}
          onClick={onScan}
        >
          {label}
        </Button>
        {ways.map(({ command, way, run, Icon }) => (
          <Button
            key={command}
            variant="default"
            leftSection={<Icon aria-hidden size={18} />}
            {...keyProps(keyOf(command))}
            disabled={isBusy}
            onClick={run}
          >
            {way}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
