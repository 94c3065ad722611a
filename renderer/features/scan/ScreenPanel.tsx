import { Button, Stack, Text } from '@mantine/core';
import { IconScreenshot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

type Props = { readonly isBusy: boolean; readonly hasTried: boolean; readonly onScan: () => void };

export function ScreenPanel({ isBusy, hasTried, onScan }: Props) {
  const { t } = useTranslation('scan');
  const label = t(hasTried ? 'screen.again' : 'screen.action');
  useShortcuts([{ key: 'Enter', label, run: onScan }]);
  return (
    <Stack align="flex-start" gap="sm">
      <Text>{t('screen.hint')}</Text>
      <Text size="sm" c="dimmed">
        {t('screen.detail')}
      </Text>
      <Button
        leftSection={<IconScreenshot aria-hidden size={18} />}
        rightSection={<KeyHint name="Enter" />}
        loading={isBusy}
        onClick={onScan}
      >
        {label}
      </Button>
    </Stack>
  );
}
