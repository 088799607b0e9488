// The sums at the foot of a table: one aggregate request over all that the list finds, not over what is on screen.
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Measure, RecordRow } from '@trellis/client/wire';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import type { Column } from '../list/columns.ts';
import type { ListQuery } from '../list/list-request.ts';

export interface Totals {
  /** A row of the grid: each total under its column. */
  readonly row: RecordRow;
  readonly count: number;
}

export function useTotals(entity: string, columns: readonly Column[], query: ListQuery): Totals | undefined {
  const client = useClient();
  const measures = measuresOf(columns);
  const request = {
    measures: [{ function: 'count' as const }, ...measures],
    ...(query.filter !== undefined && { filter: query.filter }),
    ...(query.search !== undefined && { search: query.search }),
  };
  const { data } = useQuery({
    queryKey: [...keys.entity(entity), 'totals', request],
    queryFn: ({ signal }) => client.records(entity).aggregate(request, signal),
    enabled: measures.length > 0,
  });
  return useMemo(() => {
    const answer = data?.[0];
    if (!answer) return undefined;
    const values = measuresOf(columns).map(({ function: measure, field }) => [field, answer[`${measure}_${field}`]]);
    return { row: { id: totalsId, ...Object.fromEntries(values) }, count: Number(answer['count']) };
  }, [data, columns]);
}

export const totalsId = '$totals';

export function measuresOf(columns: readonly Column[]): readonly (Measure & { readonly field: string })[] {
  return columns.flatMap(({ path, total }) => (total && !path.includes('.') ? [{ function: total, field: path }] : []));
}
