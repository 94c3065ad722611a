import { useEffect } from 'react';
import type { TicketState } from '../../../core/ticket/schema.ts';
import { client } from '../../api/client.ts';

/**
 * Remembers which ticket is on the desk, so that it comes up again after a crash. Forgets it when it is closed or when
 * the agent goes back to the queue; a page that dies forgets nothing.
 *
 * @param status null while the ticket is being read
 */
export function useRememberTicket(ticketId: string, status: TicketState['status'] | null): void {
  useEffect(() => {
    if (status !== null) setLastTicket(status === 'open' ? ticketId : null);
  }, [ticketId, status]);
  useEffect(
    () => () => {
      if (isAtQueue()) setLastTicket(null);
    },
    [],
  );
}

/** The address bar has the new place already when the page is taken away. */
export function isAtQueue(): boolean {
  return window.location.hash.replace(/^#?\/?/, '') === '';
}

function setLastTicket(ticketId: string | null): void {
  // Without this note the only loss is that the queue comes up at the next start, so a failure is not worth a message.
  client.call('desk.setLastTicket', { ticketId }).catch(() => undefined);
}
