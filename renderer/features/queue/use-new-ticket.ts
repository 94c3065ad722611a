import { useQueryClient } from '@tanstack/react-query';
import { useCommand } from '../../api/use-call.ts';

/** Opens a ticket without a scan and goes to it; pressing twice opens one. */
export function useNewTicket(onOpened: (ticketId: string) => void) {
  const queryClient = useQueryClient();
  const command = useCommand('ticket.open');
  return {
    isPending: command.isPending,
    error: command.error,
    open: () => {
      if (command.isPending) return;
      command.mutate(
        { by: 'hand' },
        {
          onSuccess: ({ ticket }) => {
            queryClient.setQueryData(['ticket.get', { ticketId: ticket.id }], { ticket });
            onOpened(ticket.id);
          },
        },
      );
    },
  };
}
