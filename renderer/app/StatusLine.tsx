import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../api/use-call.ts';
import { ScanNews } from '../features/scan/index.ts';
import { UndoMessage } from '../features/undo/index.ts';
import { type Shortcut, useActiveShortcuts, useShortcuts } from '../lib/shortcuts.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { loadLater } from '../ui/load-later.tsx';
import { useCommandKey } from '../ui/use-command-key.tsx';
import { RestartNews } from './RestartNews.tsx';
import classes from './StatusLine.module.css';

const KeySheet = loadLater(async () => (await import('./KeySheet.tsx')).KeySheet);

/** Names the keys that are valid now, and whether work is being saved. */
export function StatusLine() {
  const { t } = useTranslation('common');
  const showKey = useCommandKey('keys.show');
  const active = useActiveShortcuts();
  const hints = active.flatMap(({ key, label, isQuiet }) =>
    key === null || isQuiet === true ? [] : [{ key, label }],
  );
  // The sheet's own layer silences the page's keys, so they are kept as they were when it was opened.
  const [sheet, setSheet] = useState<readonly Shortcut[] | null>(null);
  const openSheet = () => setSheet(active);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scan can bring up another page, which has other keys.
  useEffect(() => setSheet(null), [location]);
  useShortcuts([{ command: 'keys.show', run: openSheet, isQuiet: true }]);
  const backend = useCall('app.getBackendState', {}).data;
  return (
    <footer className={classes['line']}>
      {/* Always there, so that a screen reader hears what is put into it; in nobody's way, so that nothing is covered. */}
      <div role="status" className={classes['news']}>
        <ScanNews />
        <RestartNews />
      </div>
      <section aria-label={t('statusLine')} className={classes['keys']}>
        {hints.map((hint) => (
          <Group key={`${hint.key} ${hint.label}`} gap={6} wrap="nowrap">
            <KeyHint name={hint.key} />
            <Text size="xs">{hint.label}</Text>
          </Group>
        ))}
      </section>
      <div className={classes['change']}>
        <UndoMessage />
      </div>
      <Group gap="sm" wrap="nowrap" className={classes['state'] ?? ''}>
        {backend !== undefined && (
          <Text size="xs" c="dimmed" className={classes['saving'] ?? ''}>
            {t(`backend.short.${backend.state}`)}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes['all'] ?? ''}
          rightSection={showKey.hint}
          aria-keyshortcuts={showKey.aria}
          onClick={openSheet}
        >
          {t('keySheet.open')}
        </Button>
      </Group>
      <KeySheet shortcuts={sheet} onClose={() => setSheet(null)} />
    </footer>
  );
}
