import { QueryClient } from '@tanstack/preact-query';
import { isOutage } from './client.ts';

/**
 * Keys begin with what is read: `tasks` (lists and counts), `task`, `cases`, `case`, `models`, `desk`, `me`. The event stream says which of them to
 * read again (live-events.ts), so nothing here is stale by age. While the server is gone, reading is tried again until it is back.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (_count, fault) => isOutage(fault),
      retryDelay: (count) => Math.min(500 * 2 ** count, 3_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The first look is on its way and nothing has gone wrong with it: a page that shows all its parts at once waits for this one. */
export const isAwaited = ({ isLoading, failureCount }: { isLoading: boolean; failureCount: number }): boolean =>
  isLoading && failureCount === 0;
