import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BulkChange } from '../../../../core/contract/queue-calls.ts';
import type { QueueView } from '../../../../core/queue/view.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import type { Selection } from '../use-selection.ts';
import { AssignMenu } from './AssignMenu.tsx';
import classes from './BulkBar.module.css';
import { BulkResult } from './BulkResult.tsx';
import { CloseMenu } from './CloseMenu.tsx';
import { PriorityMenu } from './PriorityMenu.tsx';
import { TagMenu } from './TagMenu.tsx';
import { type Bulk, PICKED_MAX } from './use-bulk.ts';

type Props = {
  readonly bulk: Bulk;
  readonly selection: Selection;
  readonly view: QueueView;
  /** Rows of the list; null while they are being counted. */
  readonly total: number | null;
  /** The row that the keys mean when none is picked. */
  readonly activeId: string | null;
};

/** What can be done to the picked tickets, or to the one the agent is at. */
export function BulkBar({ bulk, selection, view, total, activeId }: Props) {
  const { t } = useTranslation('queue');
  const count = selection.ids.size;
  const targets = count > 0 ? [...selection.ids] : activeId === null ? [] : [activeId];
  const apply = (change: BulkChange) => bulk.run(targets, change);
  const menu = { isEnabled: targets.length > 0 && !bulk.isRunning, onChange: apply };
  useShortcuts([
    { key: 'Escape', label: t('bulk.clear'), run: selection.clear, isEnabled: count > 0, isQuiet: true },
  ]);
  const gatherAll = () =>
    void bulk.gather(view).then((ids) => {
      if (ids !== null) selection.set(ids);
    });
  return (
    <section className={classes['bar']} aria-label={t('bulk.label')}>
      <Group gap="xs">
        <Text size="sm" fw={600} role="status" className={classes['count'] ?? ''}>
          {bulk.gathered === null
            ? t('bulk.selected', { count })
            : t('bulk.gathering', { count: bulk.gathered })}
        </Text>
        <AssignMenu {...menu} />
        <PriorityMenu {...menu} />
        <TagMenu {...menu} />
        <CloseMenu {...menu} lane={view.lane} />
        {count > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
            {t('bulk.clear')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={gatherAll} disabled={bulk.gathered !== null}>
          {total === null ? t('bulk.all') : t('bulk.allOf', { count: Math.min(total, PICKED_MAX) })}
        </Button>
        {bulk.isRunning && bulk.report !== null && (
          <>
            <Text size="sm">
              {t('bulk.progress', { done: bulk.report.results.length, total: bulk.report.total })}
            </Text>
            <Button size="compact-sm" variant="default" onClick={bulk.stop}>
              {t('bulk.stop')}
            </Button>
          </>
        )}
      </Group>
      {count === PICKED_MAX && <Text size="xs">{t('bulk.limit', { count })}</Text>}
      <CallErrorNotice error={bulk.error} />
      {!bulk.isRunning && bulk.report !== null && (
        <BulkResult report={bulk.report} onDismiss={bulk.dismiss} />
      )}
    </section>
  );
}
