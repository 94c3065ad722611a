import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CallInput } from '../../../core/contract/contract.ts';

/** Rows of one call: more than two screens. */
const PART = 50;

export type ListName = 'customer.list' | 'device.list';

/**
 * A list of records, read on part by part as it is scrolled. While another text is being looked for the rows of the text
 * before stay.
 */
export function useRecordPages<Page extends { readonly next: string | null }>(
  name: ListName,
  text: string,
  read: (input: CallInput<ListName>) => Promise<Page>,
) {
  return useInfiniteQuery({
    // Named like the call, so that events which say that records changed reach it.
    queryKey: [name, { text }],
    queryFn: ({ pageParam }) => read({ text, limit: PART, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
