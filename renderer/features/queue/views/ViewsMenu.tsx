import { Button, Popover } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueView } from '../../../../core/queue/view.ts';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { EscapeKey } from '../../../ui/EscapeKey.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { SavedViews } from './SavedViews.tsx';

type Props = { readonly view: QueueView; readonly onChange: (view: QueueView) => void };

/** The views that the desk keeps under a name. */
export function ViewsMenu({ view, onChange }: Props) {
  const { t } = useTranslation('queue');
  const viewsKey = useCommandKey('queue.views');
  const [isOpen, setOpen] = useState(false);
  const toggle = () => setOpen((before) => !before);
  useShortcuts([{ command: 'queue.views', run: toggle }]);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width={360}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark aria-hidden size={16} />}
          rightSection={viewsKey.hint}
          aria-keyshortcuts={viewsKey.aria}
          onClick={toggle}
        >
          {t('views.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <ShortcutLayer>
            <EscapeKey onClose={() => setOpen(false)} />
            <SavedViews
              view={view}
              onPick={(picked) => {
                setOpen(false);
                onChange(picked);
              }}
            />
          </ShortcutLayer>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
