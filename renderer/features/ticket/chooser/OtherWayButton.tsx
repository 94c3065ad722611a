import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';

/** Opens the chooser from any step. */
export function OtherWayButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('ticket');
  const otherWayKey = useCommandKey('ticket.otherWay');
  useShortcuts([{ command: 'ticket.otherWay', run: onClick, isQuiet: true }]);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-keyshortcuts={otherWayKey.aria}
      leftSection={<IconRoute aria-hidden size={16} />}
      rightSection={otherWayKey.hint}
      onClick={onClick}
    >
      {t('chooser.otherWay')}
    </Button>
  );
}
