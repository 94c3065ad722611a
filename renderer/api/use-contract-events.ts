import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { contract, eventNames } from '../../core/contract/contract.ts';
import { client } from './client.ts';
import { recordFeed } from './record-feed.ts';
import { ChangeTaker } from './take-changes.ts';
import { takeEvent } from './take-event.ts';

/** Keeps what is on screen true: the feed says which records have changed, an event what else has, or is the new answer itself. */
export function useContractEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const taker = new ChangeTaker(queryClient);
    const stops = [
      recordFeed.subscribe((changes) => taker.take(changes)),
      () => taker.flush(),
      ...eventNames.map((name) =>
        client.on(name, (payload) => takeEvent(queryClient, contract[name], payload)),
      ),
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
