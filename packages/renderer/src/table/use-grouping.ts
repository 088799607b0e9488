// The groups of a table and which of them are folded.
import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import type { Column } from '../list/columns.ts';
import { groupsOf } from '../list/groups.ts';
import type { ListQuery } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import type { Grouping } from './grouped-source.ts';
import { measuresOf } from './totals.ts';

export interface GroupingState {
  /** `undefined`: the list has no groups; `null`: they are on their way. */
  readonly grouping: Grouping | null | undefined;
  /** Why there are none, after the last attempt. */
  readonly failure: unknown;
  retry(): void;
  toggle(key: string): void;
}

const nothingFolded: ReadonlySet<string> = new Set();

export function useGrouping(
  entity: string,
  by: string | undefined,
  columns: readonly Column[],
  query: ListQuery,
): GroupingState {
  const model = useModel();
  const client = useClient();
  const [folded, setFolded] = useState(nothingFolded);
  const request = {
    dimensions: by === undefined ? [] : [{ field: by }],
    measures: [{ function: 'count' as const }, ...measuresOf(columns)],
    ...(query.filter !== undefined && { filter: query.filter }),
    ...(query.search !== undefined && { search: query.search }),
  };
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.entity(entity), 'groups', request],
    queryFn: ({ signal }) => client.records(entity).aggregate(request, signal),
    enabled: by !== undefined,
  });
  const grouping = useMemo((): Grouping | null | undefined => {
    if (by === undefined) return undefined;
    return data ? { by, folded, groups: groupsOf(model, entity, by, data) } : null;
  }, [model, entity, by, data, folded]);
  return {
    grouping,
    failure: error ?? undefined,
    retry: () => void refetch(),
    toggle(key) {
      const next = new Set(folded);
      if (!next.delete(key)) next.add(key);
      setFolded(next);
    },
  };
}
