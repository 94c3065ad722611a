import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import classes from './ListFoot.module.css';
import type { QueueListState } from './list/queue-list.ts';

type Props = {
  readonly state: QueueListState;
  readonly updates: { readonly count: number; readonly apply: () => void };
  /** What can be done to picked rows; stands here so that no row moves when it comes. */
  readonly children: ReactNode;
};

/** How many rows there are, and what waits to be shown in them. */
export function ListFoot({ state, updates, children }: Props) {
  const { t } = useTranslation('queue');
  const updatesKey = useCommandKey('queue.updates');
  const settings = useCommand('settings.update');
  const density = useCall('settings.get', {}).data?.queueDensity ?? 'comfortable';
  const other = density === 'comfortable' ? 'compact' : 'comfortable';
  useShortcuts([
    { command: 'queue.updates', run: updates.apply, isEnabled: updates.count > 0, isQuiet: true },
  ]);
  return (
    <div className={classes['foot']}>
      {children}
      <span className={classes['count']}>
        {t(state.isTotalKnown ? 'rows' : 'rowsSoFar', { count: state.total })}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={() => settings.mutate({ queueDensity: other })}>
        {t(`density.${other}`)}
      </Button>
      <span role="status">
        {updates.count > 0 && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconRefresh aria-hidden size={16} />}
            rightSection={updatesKey.hint}
            aria-keyshortcuts={updatesKey.aria}
            onClick={updates.apply}
          >
            {t('updates', { count: updates.count })}
          </Button>
        )}
      </span>
    </div>
  );
}
