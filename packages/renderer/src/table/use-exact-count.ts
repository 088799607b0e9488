// Counting stops at what the server counts cheaply; somebody who scrolls on wants to know how far it goes. Then it is counted in full,
// once for a question, beside the rows.
import { useEffect, useState, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { GridApi } from 'ag-grid-community';
import type { RecordRow } from '@trellis/client/wire';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';

interface Counted {
  readonly entity: string;
  readonly query: ListQuery;
  readonly count: RowCount | undefined;
  readonly api: RefObject<GridApi<RecordRow> | null>;
  setTotal(total: number): void;
}

export function useExactCount({ entity, query, count, api, setTotal }: Counted) {
  const client = useClient();
  const [asked, setAsked] = useState<ListQuery>();
  const request = {
    measures: [{ function: 'count' as const }],
    ...(query.filter !== undefined && { filter: query.filter }),
    ...(query.search !== undefined && { search: query.search }),
  };
  const { data } = useQuery({
    queryKey: [...keys.entity(entity), 'count', request],
    queryFn: async ({ signal }) => Number((await client.records(entity).aggregate(request, signal))[0]?.['count']),
    enabled: count?.capped === true && asked === query,
  });
  const exact = count?.capped && data !== undefined ? { count: data, capped: false } : count;
  useEffect(() => {
    if (!exact) return;
    if (!exact.capped) setTotal(exact.count);
    api.current?.setRowCount(exact.count, !exact.capped);
  }, [api, exact?.count, exact?.capped, setTotal]);
  return { exact, ask: () => setAsked(query) };
}
