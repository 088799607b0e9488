// Asks for pages through the query cache, so that whatever it does about failures holds here as well. Each source of rows has questions
// of its own: the cache hands two who ask the same one answer, and one that is given up must not take the other's along.
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';
import type { ListRequest, RecordList } from '@trellis/client/wire';
import { keys } from '../data/keys.ts';

let sources = 0;

export function pageAsker(
  queries: QueryClient,
  client: Pick<Client, 'records'>,
  entity: string,
): (request: ListRequest, signal: AbortSignal) => Promise<RecordList> {
  const source = ++sources;
  return (request, signal) =>
    queries.fetchQuery({
      queryKey: [...keys.entity(entity), 'page', request, source],
      queryFn: () => client.records(entity).query(request, signal),
      staleTime: 0,
      gcTime: 0,
    });
}
