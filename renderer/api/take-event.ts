import type { QueryClient } from '@tanstack/react-query';
import { findEndpoint } from '../../core/contract/dispatch.ts';
import type { EventOf, Topic } from '../../core/contract/endpoint.ts';

/** Puts an event's news where it is the new answer itself, and reads again on screen what it has made old. */
export function takeEvent(
  queryClient: QueryClient,
  { changes, answers }: Pick<EventOf, 'changes' | 'answers'>,
  payload: unknown,
): void {
  if (answers !== null) queryClient.setQueryData([answers, {}], payload);
  if (changes.length > 0)
    void queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => doesRead(name, changes) });
}

/** Whether the answer of an endpoint is about one of these. */
export function doesRead(name: unknown, topics: readonly Topic[]): boolean {
  if (typeof name !== 'string') return false;
  return findEndpoint(name)?.reads.some((topic) => topics.includes(topic)) ?? false;
}
