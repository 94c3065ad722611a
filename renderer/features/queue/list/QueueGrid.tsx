import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSort, QueueView } from '../../../../core/queue/view.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useStable } from '../../../lib/use-stable.ts';
import type { Selection } from '../use-selection.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { rowStep } from './grid-keys.ts';
import classes from './QueueGrid.module.css';
import type { QueueList, QueueListState } from './queue-list.ts';
import { useActiveRow } from './use-active-row.ts';
import { useRowHeight } from './use-row-height.ts';
import { useRowWords } from './use-row-words.ts';
import { useScrollWindow } from './use-scroll-window.ts';

type Props = {
  readonly view: QueueView;
  readonly list: QueueList;
  readonly state: QueueListState & { readonly loaded: NonNullable<QueueListState['loaded']> };
  readonly selection: Selection;
  readonly returnTo: { readonly id: string | null; readonly index: number };
  /** The order that was just pressed for, which keeps the focus; null when the list comes another way. */
  readonly pressedSort: QueueSort | null;
  readonly onSort: (sort: QueueSort) => void;
  readonly onOpen: (ticketId: string, firstIndex: number) => void;
  /** Which row the keys for one ticket mean. */
  readonly onActive: (ticketId: string | null) => void;
  readonly onSelectAll: () => void;
};

/** A lane's tickets, however many: a grid of which only the rows in sight exist. */
export function QueueGrid(props: Props) {
  const { view, list, state, selection, returnTo, pressedSort, onSort, onOpen, onActive, onSelectAll } =
    props;
  const { t } = useTranslation('queue');
  const gridRef = useRef<HTMLTableElement>(null);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const { rowHeight, headHeight, density } = useRowHeight();
  const { loaded, total, shift } = state;
  const keptIndex = useRef<number | null>(null);
  const scroll = useScrollWindow({
    scrollerRef,
    total,
    rowHeight,
    headHeight,
    keptIndex: keptIndex.current,
    firstIndex: returnTo.index,
  });
  const active = useActiveRow({ gridRef, loaded, total, returnTo, reveal: scroll.reveal });
  keptIndex.current = active.index;
  const wordsOf = useRowWords();
  useShownRows(list, scroll.first, scroll.last);
  useShift(shift, scroll.moveBy);
  const activeId = active.row?.id ?? null;
  useEffect(() => onActive(activeId), [onActive, activeId]);

  const firstIndex = useRef(0);
  firstIndex.current = scroll.first;
  const open = useStable((ticketId: string) => onOpen(ticketId, firstIndex.current));
  const focusRow = useStable(active.onFocusRow);
  const pick = useStable(selection.pick);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'a') {
      event.preventDefault();
      onSelectAll();
      return;
    }
    const step = rowStep(event, active.index, total, scroll.last - scroll.first);
    if (step === null) return;
    event.preventDefault();
    if (event.shiftKey) selection.extend([active.row, list.rowAt(step)]);
    active.goTo(step);
  };
  const move = (step: 1 | -1) => () =>
    active.goTo(isInside(gridRef.current) ? active.index + step : active.index);
  useShortcuts([
    { command: 'queue.down', run: move(1) },
    { command: 'queue.up', run: move(-1) },
    { key: 'ArrowDown', label: t('keys.down'), run: move(1), isQuiet: true },
    { key: 'ArrowUp', label: t('keys.up'), run: move(-1), isQuiet: true },
    { key: 'Enter', label: t('keys.open'), run: () => activeId !== null && open(activeId) },
    {
      command: 'queue.select',
      run: () => active.row !== null && selection.pick(active.row, active.index, false),
    },
  ]);

  return (
    <div ref={scrollerRef} className={classes['scroller']} data-density={density}>
      <table
        ref={gridRef}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are picked and walked by arrow keys is a grid.
        role="grid"
        aria-label={t(`lanes.${view.lane}`)}
        aria-rowcount={state.isTotalKnown ? total + 1 : -1}
        aria-multiselectable
        tabIndex={-1}
        className={classes['grid']}
        onKeyDown={onKeyDown}
        {...active.watch}
      >
        <thead>
          <GridHead
            view={view}
            pressed={pressedSort}
            onSort={onSort}
            picked={{ count: selection.ids.size, onAll: onSelectAll, onNone: selection.clear }}
          />
        </thead>
        <tbody style={{ height: scroll.height }}>
          {scroll.items.map(({ index, top }) => {
            const row = list.rowAt(index);
            return row === null ? (
              <ComingRow key={`at ${index}`} index={index} top={top} text={t('loadingRow')} />
            ) : (
              <GridRow
                key={row.id}
                row={row}
                words={wordsOf(row)}
                index={index}
                top={top}
                isActive={index === active.index}
                isSelected={selection.has(row.id)}
                selectLabel={t('selectTicket', { number: row.number })}
                onFocusRow={focusRow}
                onOpen={open}
                onPick={pick}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type ComingRowProps = { readonly index: number; readonly top: number; readonly text: string };

/** Keeps the place of a row that is being read. */
function ComingRow({ index, top, text }: ComingRowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes['row']}
      data-coming
      style={{ transform: `translateY(${top}px)` }}
    >
      <td data-column="next">{text}</td>
    </tr>
  );
}

function isInside(grid: HTMLElement | null): boolean {
  return grid?.contains(document.activeElement) === true;
}

function useShownRows(list: QueueList, first: number, last: number): void {
  useEffect(() => list.show(first, last), [list, first, last]);
}

/** Rows whose indexes were corrected stay where they are on screen. */
function useShift(shift: number, moveBy: (rows: number) => void): void {
  const followed = useRef(shift);
  useEffect(() => {
    const rows = shift - followed.current;
    followed.current = shift;
    // Scrolling draws at once, which is not possible in the middle of a drawing.
    if (rows !== 0) queueMicrotask(() => moveBy(rows));
  }, [shift, moveBy]);
}
