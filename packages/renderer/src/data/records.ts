// Reading records: one, a list, the history of one.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ListRequest, RecordRow } from '@trellis/client/wire';
import { hasStatus } from '@trellis/client/problem';
import { useClient } from './client.ts';
import { keys } from './keys.ts';

export function useRecord(entity: string, id: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: keys.record(entity, id ?? ''),
    queryFn: ({ signal }): Promise<RecordRow> => client.records(entity).get(id ?? '', undefined, signal),
    enabled: id !== undefined,
    retry: (count, error) => count < 2 && !hasStatus(error, 404) && !hasStatus(error, 403),
  });
}

export function useRecordList(entity: string, request: ListRequest, enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: keys.list(entity, request),
    queryFn: ({ signal }) => client.records(entity).query(request, signal),
    enabled,
  });
}

export function useHistory(entity: string, id: string) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: keys.history(entity, id),
    queryFn: ({ pageParam, signal }) => client.records(entity).history(id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.after ?? undefined,
  });
}
