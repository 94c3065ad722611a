import { Button, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CommandId } from '../../../core/commands/commands.ts';
import {
  type Shortcut,
  ShortcutLayer,
  useActiveShortcuts,
  useCommandRunner,
  useKeyFinder,
  useShortcuts,
} from '../../lib/shortcuts.tsx';
import { loadLater } from '../../ui/load-later.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import classes from './Palette.module.css';
import type { Recent } from './recent.ts';

const Palette = loadLater(async () => (await import('./Palette.tsx')).Palette);

/** The one door to everything, in the frame of every page: by its button, Ctrl+K, or / where the page has no filter. */
export function PaletteButton() {
  const { t } = useTranslation('search');
  const key = useCommandKey('palette.open');
  const active = useActiveShortcuts();
  // The palette's own layer silences the page's commands, so they are kept as they were when it was opened.
  const [given, setGiven] = useState<readonly Shortcut[] | null>(null);
  // What was chosen while the desk was open; a lock forgets it with the rest of the page.
  const recent = useRef<readonly Recent[]>([]);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that a scan brings up is what the agent wants to see.
  useEffect(() => setGiven(null), [location]);
  const open = () => setGiven(active);
  const keyOf = useKeyFinder();
  // On pages with a search of their own the key belongs to it, unless the two have keys of their own.
  const isKeyFree = location !== '/' || keyOf('palette.search') !== keyOf('list.search');
  useShortcuts([
    { command: 'palette.search', run: open, isEnabled: isKeyFree },
    // Unlike single keys it also works while typing.
    { command: 'palette.open', run: open, isQuiet: true },
  ]);
  const [chosen, setChosen] = useState<CommandId | null>(null);
  const run = useCommandRunner();
  // Once the palette is gone, so that it acts on the page as it is by then, and can put the focus there.
  useEffect(() => {
    if (chosen === null) return;
    const timer = setTimeout(() => {
      setChosen(null);
      run(chosen);
    });
    return () => clearTimeout(timer);
  }, [chosen, run]);
  const [isReturning, setReturning] = useState(true);
  const close = (isChosen: boolean) => {
    // What was chosen says where the focus goes.
    setReturning(!isChosen);
    setGiven(null);
  };
  return (
    <>
      <Button
        className={classes['open'] ?? ''}
        variant="default"
        fullWidth
        leftSection={<IconSearch aria-hidden size={18} />}
        rightSection={key.hint}
        classNames={{ inner: classes['inner'] ?? '', label: classes['label'] ?? '' }}
        aria-keyshortcuts={key.aria}
        onClick={open}
      >
        {t('open')}
      </Button>
      <Modal
        opened={given !== null}
        onClose={() => close(false)}
        title={t('title')}
        size="lg"
        yOffset="8vh"
        returnFocus={isReturning}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {given !== null && (
          <ShortcutLayer>
            <Palette
              given={given}
              recent={recent.current}
              onClose={() => close(false)}
              onChosen={(entry, chosenBefore) => {
                recent.current = chosenBefore;
                if (entry.kind === 'command') setChosen(entry.command);
                close(true);
              }}
            />
          </ShortcutLayer>
        )}
      </Modal>
    </>
  );
}
