import { Button, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ShortcutLayer, useShortcuts } from '../../lib/shortcuts.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import classes from './SearchBox.module.css';
import { SearchPanel } from './SearchPanel.tsx';

/** The one search over everything, in the frame of every page: by its button, Ctrl+K, or / where the page has no filter. */
export function SearchBox() {
  const { t } = useTranslation('search');
  const openKey = useCommandKey('palette.open');
  const [isOpen, setOpen] = useState(false);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that a scan brings up is what the agent wants to see.
  useEffect(() => setOpen(false), [location]);
  useShortcuts([
    // On the queue the key belongs to its filter.
    { command: 'palette.search', run: () => setOpen(true), isEnabled: location !== '/' },
    // Unlike single keys it also works while typing.
    { command: 'palette.open', run: () => setOpen(true), isQuiet: true },
  ]);
  return (
    <>
      <Button
        className={classes['open'] ?? ''}
        variant="default"
        fullWidth
        leftSection={<IconSearch aria-hidden size={18} />}
        rightSection={openKey.hint}
        classNames={{ inner: classes['inner'] ?? '', label: classes['label'] ?? '' }}
        aria-keyshortcuts={openKey.aria}
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
