import { Button, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ShortcutLayer, useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './SearchBox.module.css';
import { SearchPanel } from './SearchPanel.tsx';

/** The one search over everything, in the frame of every page: by its button, Ctrl+K, or / where the page has no filter. */
export function SearchBox() {
  const { t } = useTranslation('search');
  const [isOpen, setOpen] = useState(false);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that a scan brings up is what the agent wants to see.
  useEffect(() => setOpen(false), [location]);
  useShortcuts([
    // On the queue the key belongs to its filter.
    { key: 'Slash', label: t('title'), run: () => setOpen(true), isEnabled: location !== '/' },
    // Unlike single keys it also works while typing.
    { key: 'Ctrl+K', label: t('title'), run: () => setOpen(true), isQuiet: true },
  ]);
  return (
    <>
      <Button
        className={classes['open'] ?? ''}
        variant="default"
        fullWidth
        leftSection={<IconSearch aria-hidden size={18} />}
        rightSection={<KeyHint name="Ctrl+K" />}
        classNames={{ inner: classes['inner'] ?? '', label: classes['label'] ?? '' }}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('title')}
        size="lg"
        yOffset="8vh"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ShortcutLayer>
          <SearchPanel onDone={() => setOpen(false)} />
        </ShortcutLayer>
      </Modal>
    </>
  );
}
