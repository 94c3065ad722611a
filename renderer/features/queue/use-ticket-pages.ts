import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CallInput, CallOutput } from '../../../core/contract/contract.ts';
import type { CallError } from '../../../core/contract/errors.ts';
import type { Lane } from '../../../core/contract/records.ts';
import { client } from '../../api/client.ts';

/** Rows of one page; more are fetched when the end comes into view. */
const PAGE_SIZE = 50;

type Page = CallOutput<'ticket.list'> & { readonly lane: Lane };
type After = CallInput<'ticket.list'>['after'];

/**
 * A lane's tickets, page by page, in the backend's order. While a search is typed the former rows stay; on a change of
 * lane only the counts do, because rows under the wrong heading would mislead.
 */
export function useTicketPages(lane: Lane, search: string) {
  const query = useInfiniteQuery({
    queryKey: ['ticket.list', { lane, search }],
    queryFn: async ({ pageParam }: { pageParam: After }): Promise<Page> => ({
      ...(await client.call('ticket.list', { lane, search, limit: PAGE_SIZE, after: pageParam })),
      lane,
    }),
    initialPageParam: null as After,
    getNextPageParam: (page: Page): After => {
      const last = page.rows.at(-1);
      return page.hasMore && last !== undefined ? { updatedAt: last.updatedAt, id: last.id } : null;
    },
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const isOfLane = pages?.[0]?.lane === lane;
  return {
    rows: isOfLane ? pages.flatMap((page) => page.rows) : null,
    counts: pages?.at(-1)?.counts ?? null,
    error: query.error as CallError | null,
    retry: () => void query.refetch(),
    hasMore: isOfLane && query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
