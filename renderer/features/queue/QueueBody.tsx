import { Button, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { isFiltered, type QueueSort, type QueueView } from '../../../core/queue/view.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { loadTheRest } from '../../ui/load-later.tsx';
import { BulkBar } from './bulk/BulkBar.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { EmptyLane } from './EmptyLane.tsx';
import { ListFoot } from './ListFoot.tsx';
import { QueueGrid } from './list/QueueGrid.tsx';
import { useHeldUpdates } from './list/use-held-updates.ts';
import { useQueueList } from './list/use-queue-list.ts';
import { NothingFound } from './NothingFound.tsx';
import classes from './QueuePage.module.css';
import { TableSkeleton } from './TableSkeleton.tsx';
import { useSelection } from './use-selection.ts';

type Props = {
  readonly view: QueueView;
  readonly counts: CallOutput<'queue.counts'>['counts'] | null;
  readonly returnTo: { readonly id: string | null; readonly index: number };
  readonly onChange: (view: QueueView) => void;
  readonly onOpen: (ticketId: string, firstIndex: number) => void;
};

/** Where `npm run bench:start` ends its measure. */
const QUEUE_SHOWN = 'queue shown';

/** A view's rows, or why there are none. */
export function QueueBody({ view, counts, returnTo, onChange, onOpen }: Props) {
  const { t } = useTranslation(['queue', 'common']);
  const shown = useQueueList(view, returnTo.index);
  const { list } = shown;
  const key = JSON.stringify(shown.view);
  const state = useSyncExternalStore(list.subscribe, list.state);
  const updates = useHeldUpdates(list);
  const selection = useSelection(list);
  const [activeId, setActiveId] = useState<string | null>(null);
  const bulk = useBulk(updates.apply);
  const { loaded } = state;
  const isEmpty = loaded !== null && state.total === 0 && state.isTotalKnown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the going of the rows sets it going.
  useEffect(() => {
    if (isEmpty) updates.release();
  }, [isEmpty]);
  const isShown = loaded !== null;
  useEffect(() => {
    if (!isShown) return;
    performance.mark(QUEUE_SHOWN);
    void loadTheRest();
  }, [isShown]);
  /** The view that a column's button has asked for. */
  const pressedFor = useRef<string | null>(null);
  const sortBy = (sort: QueueSort) => {
    const next = { ...view, sort, isReversed: sort === view.sort && !view.isReversed };
    pressedFor.current = JSON.stringify(next);
    onChange(next);
  };

  return (
    <>
      <CallErrorNotice
        error={state.error}
        action={
          <Button variant="default" onClick={() => list.refresh()}>
            {t('common:actions.retry')}
          </Button>
        }
      />
      {loaded === null && state.error === null && <TableSkeleton />}
      {isEmpty && isFiltered(view.filter) && <NothingFound view={view} onChange={onChange} />}
      {isEmpty && !isFiltered(view.filter) && (
        <EmptyLane lane={view.lane} isFirstUse={counts !== null && sum(counts) === 0} />
      )}
      {loaded !== null && !isEmpty && (
        <>
          <div className={classes['held']} {...updates.holders}>
            <QueueGrid
              key={key}
              view={shown.view}
              list={list}
              state={{ ...state, loaded }}
              selection={selection}
              returnTo={returnTo}
              pressedSort={pressedFor.current === key ? shown.view.sort : null}
              onSort={sortBy}
              onOpen={onOpen}
              onActive={setActiveId}
              onSelectAll={() =>
                void bulk.gather(shown.view).then((ids) => ids !== null && selection.set(ids))
              }
            />
          </div>
          <ListFoot state={state} updates={updates}>
            <BulkBar
              bulk={bulk}
              selection={selection}
              view={shown.view}
              total={state.isTotalKnown ? state.total : null}
              activeId={activeId}
            />
          </ListFoot>
        </>
      )}
      <VisuallyHidden role="status">
        {isFiltered(view.filter) && state.isTotalKnown && t('found', { count: state.total })}
      </VisuallyHidden>
    </>
  );
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}
