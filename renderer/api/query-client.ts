import { QueryClient } from '@tanstack/react-query';

/**
 * Records change only through our own calls and the events that follow them, so nothing is fetched again on focus or by
 * age, and a call that failed is not blindly repeated: the shell has already waited for a restarting backend.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
