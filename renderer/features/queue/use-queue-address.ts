import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { QueueView } from '../../../core/queue/view.ts';
import { readQueueAddress, writeQueueAddress } from '../../lib/queue-address.ts';

/** What the queue shows, and how to change it. A change can be gone back from, but for the letters of a text being typed. */
export function useQueueAddress() {
  const query = useSearch();
  const address = useMemo(() => readQueueAddress(query), [query]);
  const [, navigate] = useLocation();
  return {
    address,
    change: (view: QueueView, isTyping = false) =>
      navigate(writeQueueAddress({ view, ticketId: null, row: 0 }), { replace: isTyping }),
    /** @param row index of the first row on screen, to come back to */
    openTicket: (ticketId: string, row: number) => {
      navigate(writeQueueAddress({ ...address, ticketId, row }), { replace: true });
      navigate(`/ticket/${ticketId}`);
    },
  };
}
