import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';

/** Opens the chooser from any step. */
export function OtherWayButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('ticket');
  useShortcuts([{ key: 'O', label: t('chooser.otherWay'), run: onClick, isQuiet: true }]);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-keyshortcuts="O"
      leftSection={<IconRoute aria-hidden size={16} />}
      rightSection={<KeyHint name="O" />}
      onClick={onClick}
    >
      {t('chooser.otherWay')}
    </Button>
  );
}
