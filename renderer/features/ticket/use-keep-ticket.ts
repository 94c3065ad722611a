import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallOutput } from '../../../core/contract/contract.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';

/** Shows a ticket that a command answered at once, without waiting for the event; an older answer never replaces a newer one. */
export function useKeepTicket(): (ticket: TicketDetails) => void {
  const queryClient = useQueryClient();
  return useCallback(
    (ticket) => {
      queryClient.setQueryData<CallOutput<'ticket.get'>>(['ticket.get', { ticketId: ticket.id }], (before) =>
        before !== undefined && before.ticket.version > ticket.version ? before : { ticket },
      );
    },
    [queryClient],
  );
}

/**
 * Shows the answer of a saved customer or device in its ticket and on its own page at once.
 *
 * @param ticketId null on its own page
 */
export function useKeepRecord(
  ticketId: string | null,
): (record: Partial<Pick<TicketDetails, 'customer' | 'device'>>) => void {
  const queryClient = useQueryClient();
  return useCallback(
    (record) => {
      queryClient.setQueryData<CallOutput<'ticket.get'>>(['ticket.get', { ticketId }], (before) =>
        before === undefined ? before : { ticket: { ...before.ticket, ...record } },
      );
      const { customer, device } = record;
      if (customer) {
        const key = ['customer.getPage', { customerId: customer.id }];
        queryClient.setQueryData<CallOutput<'customer.getPage'>>(
          key,
          (page) => page && { ...page, customer },
        );
      }
      if (device) {
        const key = ['device.getPage', { deviceId: device.id }];
        queryClient.setQueryData<CallOutput<'device.getPage'>>(key, (page) => page && { ...page, device });
      }
    },
    [queryClient, ticketId],
  );
}

/** Reads a ticket again after a conflict, so that the agent sees what is true now. */
export function useRefreshTicket(ticketId: string | null): () => void {
  const queryClient = useQueryClient();
  return useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: ['customer.getPage'] });
    void queryClient.invalidateQueries({ queryKey: ['device.getPage'] });
    void queryClient.invalidateQueries({ queryKey: ['ticket.get', { ticketId }] });
  }, [queryClient, ticketId]);
}
