import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '../../core/contract/change-calls.ts';
import { doesRead } from './take-event.ts';
import { readChangedTickets, ticketQuery } from './ticket-changes.ts';

/**
 * Reads again on screen what a part of the feed has made old, by what each endpoint says that it reads.
 *
 * @param changes null when all records may have changed
 */
export function takeChanges(queryClient: QueryClient, changes: readonly Change[] | null): void {
  if (changes === null) {
    void queryClient.invalidateQueries();
    return;
  }
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => name !== ticketQuery && doesRead(name, kinds),
  });
  void readChangedTickets(queryClient, changes);
}
