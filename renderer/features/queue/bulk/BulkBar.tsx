import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
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
import { type BarMenu, barMenus } from './menu-props.ts';
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

/** What can be done to the picked tickets. It comes with the first of them; its keys pick the one that the agent is at. */
export function BulkBar({ bulk, selection, view, total, activeId }: Props) {
  const { t } = useTranslation('queue');
  const [opening, setOpening] = useState<BarMenu | null>(null);
  const count = selection.ids.size;
  const isShown =
    count > 0 || bulk.gathered !== null || bulk.isRunning || bulk.report !== null || bulk.error !== null;
  const apply = (change: BulkChange) => {
    bulk.run([...selection.ids], change);
    if (opening !== null) selection.clear();
  };
  const menu = { isEnabled: count > 0 && !bulk.isRunning, opening, onChange: apply };
  // The next picking is another one.
  useEffect(() => {
    if (count === 0) setOpening(null);
  }, [count]);
  const begin = (menu: BarMenu) => () => {
    if (activeId === null) return;
    bulk.dismiss();
    setOpening(menu);
    selection.set(new Set([activeId]));
  };
  const begins = barMenus.map((command) => ({ command, run: begin(command), isQuiet: true }));
  useShortcuts([
    { key: 'Escape', label: t('bulk.clear'), run: selection.clear, isEnabled: count > 0, isQuiet: true },
    ...(count === 0 ? begins : []),
  ]);
  if (!isShown) return null;
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
        {count > 0 && (
          <>
            <AssignMenu {...menu} />
            <PriorityMenu {...menu} />
            <TagMenu {...menu} />
            <CloseMenu {...menu} lane={view.lane} />
            <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
              {t('bulk.clear')}
            </Button>
          </>
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
