import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useRowFocus } from '../../lib/use-row-focus.ts';
import classes from './RecordList.module.css';

/** CSS pixels; the style sheet gives rows the same height. */
const ROW_HEIGHT = 60;
const OVERSCAN_ROWS = 8;
/** More is read when so many rows are left below the last one in sight. */
const READ_AHEAD_ROWS = 20;

/** A row: the page it opens, and what it shows. */
export type Row = { readonly id: string; readonly path: string; readonly content: ReactNode };

type Props = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly listRef: RefObject<HTMLDivElement | null>;
  /** Reads on; null at the end, and while it is under way. */
  readonly onMore: (() => void) | null;
  /** Up from the first row. */
  readonly onLeave: () => void;
};

/** Rows of a list of any length: only those in sight are in the page. Arrow keys go from row to row, Enter opens. */
export function RecordList({ label, rows, listRef, onMore, onLeave }: Props) {
  const [active, setActive] = useState(0);
  const rowsRef = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN_ROWS,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore !== null && lastShown >= rows.length - READ_AHEAD_ROWS) onMore();
  }, [onMore, lastShown, rows.length]);
  const focus = useRowFocus({
    listRef: rowsRef,
    link: () => rowsRef.current?.querySelector<HTMLElement>(`[data-index="${active}"]`) ?? null,
  });
  const goTo = (index: number) => {
    if (index < 0) return onLeave();
    const next = Math.min(index, rows.length - 1);
    focus.seek();
    setActive(next);
    virtualizer.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((listRef.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: Math.max(-page, -active) };
    const step = steps[event.key as keyof typeof steps];
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    goTo(step === undefined ? (event.key === 'Home' ? 0 : rows.length - 1) : active + step);
  };
  return (
    <div ref={listRef} className={classes['scroller']}>
      <ul
        ref={rowsRef}
        aria-label={label}
        tabIndex={-1}
        className={classes['rows']}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        {...focus.watch}
      >
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li key={row.id} className={classes['item']} style={{ transform: `translateY(${start}px)` }}>
              <a
                className={classes['row']}
                href={`#${row.path}`}
                data-index={index}
                tabIndex={index === active ? 0 : -1}
                onFocus={() => setActive(index)}
              >
                {row.content}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
