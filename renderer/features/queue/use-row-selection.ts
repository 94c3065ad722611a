import { useEffect, useRef, useState } from 'react';
import { neighbourOf } from './neighbour.ts';

/** The row the agent is at. Kept by ticket, so that rows which come or go do not move it. */
export type RowSelection = {
  readonly selectedId: string | null;
  readonly select: (ticketId: string) => void;
  readonly move: (direction: 'up' | 'down') => void;
};

/** The DOM id of a row's link; moving through the rows moves the focus. */
export function rowLinkId(ticketId: string): string {
  return `ticket-link-${ticketId}`;
}

/**
 * @param ids the rows on screen, in order
 * @param returnId the ticket that the agent comes back from; its row gets the focus once
 */
export function useRowSelection(ids: readonly string[], returnId: string | null): RowSelection {
  const [selectedId, setSelectedId] = useState(returnId);
  const hasReturned = useRef(false);
  const isReturnShown = returnId !== null && ids.includes(returnId);
  useEffect(() => {
    if (!isReturnShown || hasReturned.current) return;
    hasReturned.current = true;
    if (document.activeElement === document.body) focusRow(returnId);
  }, [isReturnShown, returnId]);
  return {
    selectedId: selectedId !== null && ids.includes(selectedId) ? selectedId : null,
    select: setSelectedId,
    move: (direction) => {
      const next = neighbourOf(ids, selectedId, direction);
      if (next !== null) focusRow(next);
    },
  };
}

function focusRow(ticketId: string): void {
  document.getElementById(rowLinkId(ticketId))?.focus();
}
