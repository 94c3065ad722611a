import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryCache,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { CallError } from '../../core/contract/errors.ts';

/**
 * Records change only through our own calls and the events that follow them, so nothing is fetched again on focus or by
 * age, and a call that failed is not blindly repeated: the shell has already waited for a restarting backend.
 */
export function createQueryClient(): QueryClient {
  return new DeskQueryClient({
    queryCache: new QueryCache({
      // What is gone is not shown as if it could still be worked on; any other failure leaves what was read before.
      onError: (error, query) => {
        if (error instanceof CallError && error.code === 'not_found') query.setState({ data: undefined });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      // A command's input can be a passphrase: it is forgotten as soon as the form that sent it is gone.
      mutations: { networkMode: 'always', retry: false, gcTime: 1000 },
    },
  });
}

/**
 * Loses no change that comes while an answer is under way. The library takes an answer for new when it arrives, also where it was
 * given before the change: in a first read, and in one that nobody waits for any more. Such an answer is shown, and read again.
 */
class DeskQueryClient extends QueryClient {
  readonly #outdated = new WeakSet<Promise<unknown>>();

  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const underWay = this.getQueryCache()
      .findAll(filters)
      .flatMap((query) => (query.promise === undefined ? [] : [{ query, answer: query.promise }]));
    const isRead = super.invalidateQueries(filters, options);
    const goOn = underWay.filter(({ query, answer }) => query.promise === answer);
    await Promise.all([
      isRead,
      ...goOn.map(({ query, answer }) => this.#readAfter(answer, query, filters?.refetchType ?? 'active')),
    ]);
  }

  /** Once, however many changes come meanwhile. */
  async #readAfter(
    answer: Promise<unknown>,
    { queryKey }: Query,
    refetchType: NonNullable<InvalidateQueryFilters['refetchType']>,
  ): Promise<void> {
    if (this.#outdated.has(answer)) return;
    this.#outdated.add(answer);
    await answer.catch(() => undefined);
    await this.invalidateQueries({ queryKey, exact: true, refetchType });
  }
}
