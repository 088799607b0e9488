// Feeds the grid: blocks of rows by position, from a cursor pager over one question. The first page brings the count, capped at what
// the server counts cheaply.
import type { IDatasource } from 'ag-grid-community';
import type { Client } from '@trellis/client/client';
import type { RecordRow } from '@trellis/client/wire';
import { createCursorPager } from '../list/cursor-pager.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';

interface GridSourceOptions {
  readonly client: Client;
  readonly entity: string;
  readonly query: ListQuery;
  readonly signal: AbortSignal;
  onCount(count: RowCount): void;
  /** `undefined`: rows have come again after a failure. */
  onFailure(error: unknown): void;
}

export function createGridSource({ client, entity, query, signal, onCount, onFailure }: GridSourceOptions): IDatasource {
  const pager = createCursorPager<RecordRow>(async ({ after, limit, skipping }) => {
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
  return {
    getRows({ startRow, endRow, successCallback, failCallback }) {
      pager.slice(startRow, endRow).then(
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
