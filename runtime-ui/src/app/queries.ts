// The query cache. Refusals by the server are answers, not accidents: only an unreachable server is asked again.
import { QueryClient } from '@tanstack/react-query';
import { ServerUnreachable } from '@trellis/client/problem';

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => error instanceof ServerUnreachable && failures < 2,
      },
      mutations: { retry: false },
    },
  });
}
