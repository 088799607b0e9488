// Feeds the grid: blocks of rows by position, from pagers at both ends of one question. The first page brings the count, capped at what
// the server counts cheaply.
import type { IDatasource } from 'ag-grid-community';
import type { ListRequest, RecordList, RecordRow } from '@trellis/client/wire';
import type { PageOf } from '../list/cursor-pager.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';
import { createTwoEndedPager, type TwoEndedRequest } from '../list/two-ended-pager.ts';

export interface GridSourceOptions {
  ask(request: ListRequest, signal: AbortSignal): Promise<RecordList>;
  readonly query: ListQuery;
  readonly signal: AbortSignal;
  onCount(count: RowCount): void;
  /** `undefined`: rows have come again after a failure. */
  onFailure(error: unknown): void;
}

export interface CountableSource {
  readonly datasource: IDatasource;
  /** With the number of rows known, far ones are reached from the end. */
  setTotal(total: number): void;
}

export function createGridSource(options: GridSourceOptions): CountableSource {
  const pager = createTwoEndedPager<RecordRow>((request) => fetchRecords(options, request));
  return { datasource: sourceOf(options, (start, end) => pager.slice(start, end)), setTotal: pager.setTotal };
}

/** One page of a question; with the first one comes the count. */
export async function fetchRecords(
  { ask, query, signal, onCount }: Omit<GridSourceOptions, 'onFailure'>,
  { after, limit, skipping, backward }: TwoEndedRequest,
): Promise<PageOf<RecordRow>> {
  const first = after === undefined && !skipping && !backward;
  const request = {
    ...query,
    ...(backward && { sort: reversed(query.sort) }),
    limit,
    ...(after !== undefined && { after }),
    ...(skipping && { select: ['id'] }),
    ...(first && { count: 'capped' as const }),
  };
  const { data, page } = await ask(request, signal);
  if (first && page.count !== undefined) onCount({ count: page.count, capped: page.capped ?? false });
  return { rows: data, after: page.after };
}

/** Every key the other way round, blanks and ties included; without keys a list is sorted by `-id`. */
function reversed(sort: readonly string[] = []): readonly string[] {
  if (sort.length === 0) return ['id'];
  return sort.map((key) => (key.startsWith('-') ? key.slice(1) : `-${key}`));
}

type Slice = { readonly rows: readonly RecordRow[]; readonly total: number | undefined };

/**
 * The grid hears the end of everything that it has asked, given up or not: it counts what is on its way over all its sources, and with
 * as many open as it may have at once it asks no more.
 */
export function sourceOf(
  { signal, onFailure }: Pick<GridSourceOptions, 'signal' | 'onFailure'>,
  slice: (start: number, end: number) => Promise<Slice>,
): IDatasource {
  return {
    getRows({ startRow, endRow, successCallback, failCallback }) {
      slice(startRow, endRow).then(
        ({ rows, total }) => {
          if (signal.aborted) return failCallback();
          successCallback([...rows], total);
          onFailure(undefined);
        },
        (error: unknown) => {
          failCallback();
          if (!signal.aborted) onFailure(error);
        },
      );
    },
  };
}
