import { Button, Popover, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueView } from '../../../../core/queue/view.ts';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { EscapeKey } from '../../../ui/EscapeKey.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { FilterChoices } from './FilterChoices.tsx';
import classes from './FilterMenu.module.css';
import { choicesOf } from './filter-choices.ts';
import { useLabels } from './use-labels.ts';

type Props = { readonly view: QueueView; readonly onChange: (view: QueueView) => void };

/** What can be left out of a lane, each with its choices. */
export function FilterMenu({ view, onChange }: Props) {
  const { t } = useTranslation('queue');
  const filtersKey = useCommandKey('queue.filters');
  const [isOpen, setOpen] = useState(false);
  const toggle = () => setOpen((before) => !before);
  useShortcuts([{ command: 'queue.filters', run: toggle }]);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter aria-hidden size={16} />}
          rightSection={filtersKey.hint}
          aria-keyshortcuts={filtersKey.aria}
          onClick={toggle}
        >
          {t('filter.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <ShortcutLayer>
            <EscapeKey onClose={() => setOpen(false)} />
            <Choices view={view} onChange={onChange} />
          </ShortcutLayer>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ view, onChange }: Props) {
  const labels = useLabels();
  return (
    <Stack gap="sm" maw={560} mah="60vh" className={classes['choices'] ?? ''}>
      {choicesOf(view.lane, labels).map((choice) => (
        <FilterChoices key={choice.name} choice={choice} view={view} onChange={onChange} />
      ))}
    </Stack>
  );
}
