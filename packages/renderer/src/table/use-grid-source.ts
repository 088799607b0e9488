// The grid's source for the question on screen; a new one whenever the question changes, or its rows have become stale.
import { useEffect, useState } from 'react';
import type { IDatasource } from 'ag-grid-community';
import { useClient } from '../data/client.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';
import { createGridSource } from './grid-source.ts';

export interface GridSource {
  readonly source: IDatasource | undefined;
  readonly count: RowCount | undefined;
  readonly failure: unknown;
}

const nothing: GridSource = { source: undefined, count: undefined, failure: undefined };

/** `query` is to be memoised; `epoch` rises when the rows are stale. */
export function useGridSource(entity: string, query: ListQuery, epoch: number): GridSource & { retry(): void } {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<GridSource>(nothing);
  useEffect(() => {
    const aborter = new AbortController();
    const source = createGridSource({
      client,
      entity,
      query,
      signal: aborter.signal,
      onCount: (count) => setState((now) => ({ ...now, count })),
      onFailure: (failure) => setState((now) => (now.failure === failure ? now : { ...now, failure })),
    });
    setState({ source, count: undefined, failure: undefined });
    return () => aborter.abort();
  }, [client, entity, query, epoch, attempt]);
  return { ...state, retry: () => setAttempt(attempt + 1) };
}
