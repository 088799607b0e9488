// Requests on the records of one entity.
import type { Download, Transport } from './transport.ts';
import type {
  AggregateRequest,
  AggregateRow,
  BatchAnswer,
  BatchItem,
  DownloadedFile,
  ExportRequest,
  HistoryList,
  ImportInspection,
  ListRequest,
  RecordList,
  RecordRow,
} from './wire.ts';

type Values = { readonly [field: string]: unknown };

export interface RecordsClient {
  query(request: ListRequest, signal?: AbortSignal): Promise<RecordList>;
  aggregate(request: AggregateRequest, signal?: AbortSignal): Promise<readonly AggregateRow[]>;
  get(id: string, select?: readonly string[], signal?: AbortSignal): Promise<RecordRow>;
  create(values: Values): Promise<RecordRow>;
  /** With `version`, a write over a newer one is refused with 409 and code `stale`. */
  update(id: string, values: Values, version?: number): Promise<RecordRow>;
  /** To the trash. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  purge(id: string): Promise<void>;
  /** Up to 1,000 at once, all or nothing unless `atomic` is false. */
  batch(items: readonly BatchItem[], atomic?: boolean): Promise<readonly BatchAnswer[]>;
  history(id: string, after?: string, signal?: AbortSignal): Promise<HistoryList>;
  inspectImport(file: File): Promise<ImportInspection>;
  /** Starts a job; its id. */
  import(file: File, options: Values): Promise<string>;
  /** All that the list request finds, as a CSV file. */
  export(request: ExportRequest, options?: Omit<Download, 'query'>): Promise<DownloadedFile>;
}

export function recordsOf(transport: Transport, entity: string): RecordsClient {
  const path = `/api/records/${entity}`;
  const at = (id: string): string => `${path}/${encodeURIComponent(id)}`;

  return {
    query: (request, signal) => transport.call(`${path}/query`, { method: 'POST', body: asBody(request), signal }),
    async aggregate(request, signal) {
      const answer = await transport.call<{ data: AggregateRow[] }>(`${path}/aggregate`, {
        method: 'POST',
        body: request,
        signal,
      });
      return answer.data;
    },
    async get(id, select, signal) {
      const query = { select: select?.join(',') };
      return (await transport.call<{ data: RecordRow }>(at(id), { query, signal })).data;
    },
    async create(values) {
      return (await transport.call<{ data: RecordRow }>(path, { method: 'POST', body: values })).data;
    },
    async update(id, values, version) {
      const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
      return (await transport.call<{ data: RecordRow }>(at(id), { method: 'PATCH', body: values, headers })).data;
    },
    remove: (id) => transport.call(at(id), { method: 'DELETE' }),
    restore: (id) => transport.call(`${at(id)}/restore`, { method: 'POST' }),
    purge: (id) => transport.call(`${at(id)}/purge`, { method: 'POST' }),
    async batch(items, atomic = true) {
      const body = { atomic, operations: items };
      return (await transport.call<{ data: BatchAnswer[] }>(`${path}/batch`, { method: 'POST', body })).data;
    },
    history: (id, after, signal) => transport.call(`${at(id)}/history`, { query: { after }, signal }),
    async inspectImport(file) {
      const body = new FormData();
      body.set('file', file);
      return (await transport.call<{ data: ImportInspection }>(`${path}/import/inspect`, { method: 'POST', body }))
        .data;
    },
    async import(file, options) {
      const body = new FormData();
      body.set('options', JSON.stringify(options));
      body.set('file', file);
      return (await transport.call<{ data: { id: string } }>(`${path}/import`, { method: 'POST', body })).data.id;
    },
    export: ({ select, sort, search, filter }, options) =>
      transport.download(`${path}/export`, {
        ...options,
        query: {
          format: 'csv',
          select: select?.join(','),
          sort: sort?.length ? sort.join(',') : undefined,
          search,
          filter: filter === undefined ? undefined : JSON.stringify(filter),
        },
      }),
  };
}

/** The wire has `select` and `sort` as comma lists, as in the address of the GET request. */
function asBody(request: ListRequest): unknown {
  return {
    ...request,
    select: request.select?.join(','),
    sort: request.sort?.length ? request.sort.join(',') : undefined,
  };
}
