import { QueryCache, QueryClient } from '@tanstack/react-query';
import { CallError } from '../../core/contract/errors.ts';

/**
 * Records change only through our own calls and the events that follow them, so nothing is fetched again on focus or by
 * age, and a call that failed is not blindly repeated: the shell has already waited for a restarting backend.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
