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
      // A command's input can be a passphrase: it is forgotten as soon as the form that sent it is gone.
      mutations: { networkMode: 'always', retry: false, gcTime: 1000 },
    },
  });
}
