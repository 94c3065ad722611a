import { useRef, useState } from 'react';
import type { QueueRow } from '../../../core/contract/queue-calls.ts';
import type { QueueList } from './list/queue-list.ts';

/** The tickets that are picked to be changed together. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly has: (ticketId: string) => boolean;
  /** Picks or lets go of a row; with `isRange` all rows from the one picked before. */
  readonly pick: (row: QueueRow, index: number, isRange: boolean) => void;
  /** Adds rows; those that are not read yet are left out. */
  readonly extend: (rows: readonly (QueueRow | null)[]) => void;
  readonly set: (ids: ReadonlySet<string>) => void;
  readonly clear: () => void;
};

const NOTHING: ReadonlySet<string> = new Set();

/** Kept by ticket, so that it stays what it was while rows come and go. */
export function useSelection(list: QueueList): Selection {
  const [ids, setIds] = useState(NOTHING);
  const anchor = useRef<number | null>(null);
  const extend = (rows: readonly (QueueRow | null)[]) =>
    setIds((before) => new Set([...before, ...rows.flatMap((row) => (row === null ? [] : [row.id]))]));
  return {
    ids,
    has: (ticketId) => ids.has(ticketId),
    pick: (row, index, isRange) => {
      const from = anchor.current;
      anchor.current = index;
      if (isRange && from !== null) {
        const first = Math.min(from, index);
        const count = Math.abs(from - index) + 1;
        extend(Array.from({ length: count }, (_, offset) => list.rowAt(first + offset)));
        return;
      }
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(row.id)) after.add(row.id);
        return after;
      });
    },
    extend,
    set: setIds,
    clear: () => setIds(NOTHING),
  };
}
