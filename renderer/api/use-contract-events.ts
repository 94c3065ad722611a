import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from './client.ts';
import { readChangedTicket } from './ticket-changes.ts';

/** Keeps what is on screen true: every event says which answers are old. */
export function useContractEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stops = [
      client.on('ticket.changed', (change) => {
        void readChangedTicket(queryClient, change);
        refetch(queryClient, ['queue.counts']);
        refetch(queryClient, ['ticket.listLabels']);
        refetch(queryClient, ['alarm.list']);
        refetchRecords(queryClient);
      }),
      client.on('customer.changed', () => {
        refetchRecords(queryClient);
        refetch(queryClient, ['ticket.get']);
      }),
      client.on('alarm.raised', () => refetch(queryClient, ['alarm.list'])),
      client.on('alarm.dismissed', () => refetch(queryClient, ['alarm.list'])),
      client.on('clock.changed', (state) => queryClient.setQueryData(['clock.getState', {}], state)),
      client.on('template.changed', () => refetch(queryClient, ['template.list'])),
      client.on('desk.settingsChanged', () => refetch(queryClient, ['desk.getSettings'])),
      client.on('site.changed', ({ customerId }) => {
        refetch(queryClient, ['site.listOfCustomer', { customerId }]);
        refetch(queryClient, ['ticket.get']);
      }),
      client.on('playbook.changed', () => {
        refetch(queryClient, ['playbook.list']);
        refetch(queryClient, ['playbook.listSources']);
      }),
      client.on('view.changed', () => refetch(queryClient, ['view.list'])),
      // Every command that changes a record says so; undo and redo are told by the records they change.
      client.on('desk.commandRecorded', () => refetchRecords(queryClient)),
      client.on('settings.changed', (settings) => queryClient.setQueryData(['settings.get', {}], settings)),
      client.on('clipboard.secretStateChanged', (state) =>
        queryClient.setQueryData(['clipboard.getSecretState', {}], state),
      ),
      client.on('app.backendStateChanged', (state) =>
        queryClient.setQueryData(['app.getBackendState', {}], state),
      ),
      client.on('safety.changed', (state) => {
        queryClient.setQueryData(['safety.getState', {}], state);
        refetch(queryClient, ['vault.listBackups']);
      }),
      client.on('transfer.stateChanged', (state) =>
        queryClient.setQueryData(['transfer.getState', {}], state),
      ),
      client.on('desk.entryLogged', () => {
        refetch(queryClient, ['desk.getLog']);
        refetch(queryClient, ['retention.preview']);
      }),
      client.on('attachment.changed', ({ ticketId }) =>
        refetch(queryClient, ['attachment.list', { ticketId }]),
      ),
      client.on('update.stateChanged', (state) => queryClient.setQueryData(['update.getState', {}], state)),
      client.on('demo.changed', () => void queryClient.invalidateQueries()),
      client.on('vault.changed', (state) => {
        queryClient.setQueryData(['vault.getState', {}], state);
        if (state.state === 'open') void queryClient.invalidateQueries();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queryClient]);
}

/** Pages, lists and trails of customers and devices. */
function refetchRecords(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && /^(?:customer|device|audit)\./.test(name),
  });
}

function refetch(queryClient: QueryClient, queryKey: readonly unknown[]): void {
  void queryClient.invalidateQueries({ queryKey });
}
