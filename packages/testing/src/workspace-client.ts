// Somebody who works with a workspace over HTTP, in the verbs of the contract; carries the session's cookie and CSRF token.
// Answers come without their `data`; what is refused is thrown as `Refused`, so that a test says `rejects.toMatchObject({ code })`.
export interface RecordBody {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

export interface Values {
  readonly [field: string]: unknown;
}

export interface ListQuery {
  readonly select?: string | readonly string[];
  readonly filter?: unknown;
  readonly sort?: string | readonly string[];
  readonly limit?: number;
  readonly after?: string | null;
  readonly count?: 'exact' | 'capped' | 'none';
  readonly search?: string;
  readonly trash?: boolean;
}

export interface ListPage {
  readonly data: readonly RecordBody[];
  readonly page: { readonly after: string | null; readonly count?: number; readonly capped?: boolean };
}

export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly [member: string]: unknown;
}

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly Fault[];
  readonly problem: Problem;

  constructor(what: string, problem: Problem) {
    const faults = (problem.errors ?? []).map((fault) => `${fault.path} ${fault.code}`).join(', ');
    super(`${what} → ${problem.status} ${problem.code}: ${problem.detail} ${faults}`);
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.problem = problem;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export interface Credentials {
  readonly id: string;
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface Opening {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export type WorkspaceClient = ReturnType<typeof clientOf>;

export function clientOf(url: string, credentials?: Credentials) {
  const identity = credentials ? { cookie: credentials.cookie, 'x-csrf-token': credentials.csrfToken } : {};
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...identity,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
  /** The answer's body, or the problem thrown. */
  const call = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Body> => {
    const reply = await send(method, path, body, headers);
    if (reply.status >= 400) throw new Refused(`${method} ${path}`, reply.body as Problem);
    return reply.body as Body;
  };
  const data = async <Data>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Data> => (await call<{ data: Data }>(method, path, body, headers)).data;
  const ifMatch = (version: number | undefined): Record<string, string> =>
    version === undefined ? {} : { 'if-match': `"${version}"` };

  return {
    id: credentials?.id ?? '',
    send,
    /** The answer while it arrives. */
    open: (path: string, { headers, ...init }: Opening = {}): Promise<Response> =>
      fetch(url + path, { ...init, headers: { ...identity, ...headers } }),
    call,
    create: (entity: string, values: Values = {}) => data<RecordBody>('POST', `/api/records/${entity}`, values),
    get: (entity: string, id: string, select?: string) =>
      data<RecordBody>(
        'GET',
        `/api/records/${entity}/${id}${select === undefined ? '' : `?select=${encodeURIComponent(select)}`}`,
      ),
    patch: (entity: string, id: string, values: Values, version?: number) =>
      data<RecordBody>('PATCH', `/api/records/${entity}/${id}`, values, ifMatch(version)),
    delete: (entity: string, id: string, version?: number) =>
      data<null>('DELETE', `/api/records/${entity}/${id}`, undefined, ifMatch(version)),
    restore: (entity: string, id: string) => data<RecordBody>('POST', `/api/records/${entity}/${id}/restore`),
    history: (entity: string, id: string) =>
      data<readonly HistoryEntry[]>('GET', `/api/records/${entity}/${id}/history`),
    page: (entity: string, query: ListQuery = {}) => call<ListPage>('POST', `/api/records/${entity}/query`, query),
    list: async (entity: string, query: ListQuery = {}) =>
      (await call<ListPage>('POST', `/api/records/${entity}/query`, query)).data,
    aggregate: (entity: string, query: Values) =>
      data<readonly Values[]>('POST', `/api/records/${entity}/aggregate`, query),
    batch: (entity: string, operations: readonly unknown[], atomic = true) =>
      data<readonly BatchAnswer[]>('POST', `/api/records/${entity}/batch`, { operations, atomic }),
    search: (text: string) => data<readonly SearchHit[]>('GET', `/api/search?q=${encodeURIComponent(text)}`),
    me: () => data<Values>('GET', '/api/me'),
  };
}

export interface HistoryEntry {
  readonly action: string;
  readonly version: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly title: string | null };
  readonly changes: { readonly [field: string]: { readonly old: unknown; readonly new: unknown } };
}

export interface SearchHit {
  readonly entity: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
}

export interface BatchAnswer {
  readonly ok: boolean;
  readonly data?: RecordBody;
  readonly problem?: Problem;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
