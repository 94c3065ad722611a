import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { contract, eventNames } from '../../core/contract/contract.ts';
import { client } from './client.ts';
import { takeEvent } from './take-event.ts';
import { readChangedTicket } from './ticket-changes.ts';

/** Keeps what is on screen true: every event says which answers are old, or is the new answer itself. */
export function useContractEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stops = [
      ...eventNames.map((name) =>
        client.on(name, (payload) => takeEvent(queryClient, contract[name], payload)),
      ),
      client.on('ticket.changed', (change) => void readChangedTicket(queryClient, change)),
      // Behind the lock the records may have become others.
      client.on('vault.changed', ({ state }) => {
        if (state === 'open') void queryClient.invalidateQueries();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queryClient]);
}
