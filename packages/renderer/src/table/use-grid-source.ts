// The grid's source for the question on screen; a new one whenever the question changes, or its rows have become stale.
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { IDatasource } from 'ag-grid-community';
import { useClient } from '../data/client.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';
import { pageAsker } from './ask-page.ts';
import { createGridSource } from './grid-source.ts';
import { createGroupedSource, type Grouping } from './grouped-source.ts';

export interface GridSource {
  readonly source: IDatasource | undefined;
  readonly count: RowCount | undefined;
  readonly failure: unknown;
  /** Tells how many rows there are in all. */
  setTotal(total: number): void;
  retry(): void;
}

interface Question {
  readonly entity: string;
  /** Memoised. */
  readonly query: ListQuery;
  /** `null`: the groups are on their way, and rows without them would only flash. */
  readonly grouping: Grouping | null | undefined;
  /** Rises when the rows are stale. */
  readonly epoch: number;
}

type State = Omit<GridSource, 'retry'>;
const nothing: State = { source: undefined, count: undefined, failure: undefined, setTotal: () => undefined };

export function useGridSource({ entity, query, grouping, epoch }: Question): GridSource {
  const client = useClient();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (grouping === null) return;
    const aborter = new AbortController();
    const options = {
      ask: pageAsker(queries, client, entity),
      query,
      signal: aborter.signal,
      onCount: (count: RowCount) => setState((now) => ({ ...now, count })),
      onFailure: (failure: unknown) => setState((now) => (now.failure === failure ? now : { ...now, failure })),
    };
    if (grouping) {
      const count = grouping.groups.reduce((sum, group) => sum + group.count, 0);
      const source = createGroupedSource(options, grouping);
      setState({ source, count: { count, capped: false }, failure: undefined, setTotal: () => undefined });
    } else {
      const { datasource, setTotal } = createGridSource(options);
      setState({ source: datasource, count: undefined, failure: undefined, setTotal });
    }
    return () => aborter.abort();
  }, [client, queries, entity, query, grouping, epoch, attempt]);
  return { ...state, retry: () => setAttempt(attempt + 1) };
}
