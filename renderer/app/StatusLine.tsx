import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import { useShortcutHints } from '../lib/shortcuts.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import classes from './StatusLine.module.css';

/** Names the keys that are valid now, and whether work is being saved. */
export function StatusLine() {
  const { t } = useTranslation('common');
  const hints = useShortcutHints();
  const backend = useCall('app.getBackendState', {}).data;
  return (
    <footer className={classes['line']}>
      <Group component="section" aria-label={t('statusLine')} gap="md" className={classes['keys'] ?? ''}>
        {hints.map((hint) => (
          <Group key={`${hint.key} ${hint.label}`} gap={6} wrap="nowrap">
            <KeyHint name={hint.key} />
            <Text size="xs">{hint.label}</Text>
          </Group>
        ))}
      </Group>
      {backend !== undefined && (
        <Text size="xs" c="dimmed" className={classes['state'] ?? ''}>
          {t(`backend.short.${backend.state}`)}
        </Text>
      )}
    </footer>
  );
}
