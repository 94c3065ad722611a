import { Button, Popover, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import { EscapeKey } from '../../ui/EscapeKey.tsx';
import classes from './AlarmBar.module.css';

type Props = { readonly count: number; readonly children: ReactNode };

/** The other alarms, behind their number. */
export function FurtherAlarms({ count, children }: Props) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  const label = t('alarms.more', { count });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={label}
          title={label}
          onClick={() => setOpen(!isOpen)}
        >
          +{count}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('alarms.label')} className={classes['panel'] ?? ''}>
        <ShortcutLayer>
          <EscapeKey onClose={() => setOpen(false)} />
          <Stack gap={0}>{children}</Stack>
        </ShortcutLayer>
      </Popover.Dropdown>
    </Popover>
  );
}
