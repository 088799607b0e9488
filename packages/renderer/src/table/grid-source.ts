// Feeds the grid: blocks of rows by position, from a cursor pager over one question. The first page brings the count, capped at what
// the server counts cheaply.
import type { IDatasource } from 'ag-grid-community';
import type { Client } from '@trellis/client/client';
import type { RecordRow } from '@trellis/client/wire';
import { createCursorPager, type CursorPager } from '../list/cursor-pager.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';

export interface GridSourceOptions {
  readonly client: Client;
  readonly entity: string;
  readonly query: ListQuery;
  readonly signal: AbortSignal;
  onCount(count: RowCount): void;
  /** `undefined`: rows have come again after a failure. */
  onFailure(error: unknown): void;
}

export function createGridSource(options: GridSourceOptions): IDatasource {
  const pager = recordPager(options);
  return sourceOf(options, (start, end) => pager.slice(start, end));
}

/** The records of a question by position; counts them with the first page where somebody wants to know. */
export function recordPager({ client, entity, query, signal, onCount }: Omit<GridSourceOptions, 'onFailure'>): CursorPager<RecordRow> {
  return createCursorPager<RecordRow>(async ({ after, limit, skipping }) => {
    const first = after === undefined && !skipping;
    const request = {
      ...query,
      limit,
      ...(after !== undefined && { after }),
      ...(skipping && { select: ['id'] }),
      ...(first && { count: 'capped' as const }),
    };
    const { data, page } = await client.records(entity).query(request, signal);
    if (first && page.count !== undefined) onCount({ count: page.count, capped: page.capped ?? false });
    return { rows: data, after: page.after };
  });
}

type Slice = { readonly rows: readonly RecordRow[]; readonly total: number | undefined };

export function sourceOf(
  { signal, onFailure }: Pick<GridSourceOptions, 'signal' | 'onFailure'>,
  slice: (start: number, end: number) => Promise<Slice>,
): IDatasource {
  return {
    getRows({ startRow, endRow, successCallback, failCallback }) {
      slice(startRow, endRow).then(
        ({ rows, total }) => {
          if (signal.aborted) return;
          successCallback([...rows], total);
          onFailure(undefined);
        },
        (error: unknown) => {
          if (signal.aborted) return;
          failCallback();
          onFailure(error);
        },
      );
    },
  };
}
