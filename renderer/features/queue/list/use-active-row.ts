import { type RefObject, useState } from 'react';
import type { QueueRow } from '../../../../core/contract/queue-calls.ts';
import { useRowFocus } from '../../../lib/use-row-focus.ts';
import type { LoadedRows } from './loaded-rows.ts';

type Active = { readonly index: number; readonly id: string | null };

type Options = {
  readonly gridRef: RefObject<HTMLElement | null>;
  readonly loaded: LoadedRows;
  readonly total: number;
  /** The ticket that the agent comes back from, and about where it was. */
  readonly returnTo: Active;
  readonly reveal: (index: number) => void;
};

export type ActiveRow = {
  readonly index: number;
  readonly row: QueueRow | null;
  readonly goTo: (index: number) => void;
  /** The focus has come to a row by itself. */
  readonly onFocusRow: (index: number) => void;
  /** For the grid's element. */
  readonly watch: ReturnType<typeof useRowFocus>['watch'];
};

/**
 * The row that the agent is at: the one tab stop of the list. It is known by its ticket, so that rows which come or go do
 * not move the agent to another.
 */
export function useActiveRow({ gridRef, loaded, total, returnTo, reveal }: Options): ActiveRow {
  const [active, setActive] = useState<Active>(returnTo);
  const found = active.id === null ? -1 : loaded.rows.findIndex((row) => row.id === active.id);
  const index = Math.max(0, Math.min(found === -1 ? active.index : loaded.start + found, total - 1));
  const row = loaded.rows[index - loaded.start] ?? null;
  const at = (next: number) => ({ index: next, id: loaded.rows[next - loaded.start]?.id ?? null });

  const focus = useRowFocus({
    listRef: gridRef,
    link: () => gridRef.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`) ?? null,
    isDue: returnTo.id !== null && document.activeElement === document.body,
  });

  return {
    index,
    row,
    goTo: (wanted) => {
      const next = Math.max(0, Math.min(wanted, total - 1));
      focus.seek();
      setActive(at(next));
      reveal(next);
    },
    onFocusRow: (next) => setActive(at(next)),
    watch: focus.watch,
  };
}
