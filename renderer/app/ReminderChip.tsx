import { Badge, NavLink, Popover, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer } from '../lib/shortcuts.tsx';
import { Banner } from '../ui/Banner.tsx';
import { EscapeKey } from '../ui/EscapeKey.tsx';
import classes from './ReminderChip.module.css';
import { useReminders } from './use-reminders.ts';

/** What must not be forgotten, in one chip that opens; it never takes room from the work. */
export function ReminderChip({ isFolded }: { readonly isFolded: boolean }) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  const reminders = useReminders();
  const words = reminders.map(({ short }) => short).join(' · ');
  const close = () => setOpen(false);
  return (
    // Always there, so that a screen reader hears what comes into it.
    <div role="status">
      {reminders.length > 0 && (
        <Popover opened={isOpen} onChange={setOpen} position="right-end" trapFocus returnFocus withArrow>
          <Popover.Target>
            <NavLink
              component="button"
              type="button"
              className={classes['chip'] ?? ''}
              label={words}
              noWrap={false}
              title={isFolded ? words : undefined}
              leftSection={
                <span className={classes['icon']}>
                  <IconAlertTriangle aria-hidden size={18} />
                  {isFolded && (
                    <Badge aria-hidden className={classes['count'] ?? ''} size="xs" circle>
                      {reminders.length}
                    </Badge>
                  )}
                </span>
              }
              onClick={() => setOpen(!isOpen)}
            />
          </Popover.Target>
          <Popover.Dropdown aria-label={t('banners.label')} className={classes['panel'] ?? ''}>
            <ShortcutLayer>
              <EscapeKey onClose={close} />
              <Stack gap={4} data-autofocus tabIndex={-1}>
                {reminders.map(({ title, detail }) => (
                  <Banner key={title} title={title} detail={detail} isWhole />
                ))}
              </Stack>
            </ShortcutLayer>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}
