import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMarquee2, IconScreenshot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

type Props = {
  readonly isBusy: boolean;
  readonly hasTried: boolean;
  readonly onScan: () => void;
  readonly onSelect: () => void;
};

export function ScreenPanel({ isBusy, hasTried, onScan, onSelect }: Props) {
  const { t } = useTranslation('scan');
  const label = t(hasTried ? 'screen.again' : 'screen.action');
  useShortcuts([
    { key: 'Enter', label, run: onScan },
    { key: 'A', label: t('screen.select'), run: onSelect },
  ]);
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
        <Button
          variant="default"
          leftSection={<IconMarquee2 aria-hidden size={18} />}
          rightSection={<KeyHint name="A" />}
          aria-keyshortcuts="A"
          disabled={isBusy}
          onClick={onSelect}
        >
          {t('screen.select')}
        </Button>
      </Group>
    </Stack>
  );
}
