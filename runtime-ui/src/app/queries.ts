// The query cache. Refusals by the server are answers, not accidents: only an unreachable server is asked again. Without a network
// everything is tried all the same, so that it fails in words instead of waiting for ever. A session that has ended in the meantime
// is noticed by whichever question comes first.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ServerUnreachable, hasStatus } from '@trellis/client/problem';

export function createQueries(onSessionEnd: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (hasStatus(error, 401)) onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => error instanceof ServerUnreachable && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
