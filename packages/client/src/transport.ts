// One request over fetch: JSON in and out, the CSRF token on unsafe methods, every failure as one of the errors of problem.ts.
import { RequestRefused, ServerUnreachable, readProblem } from './problem.ts';

export interface TransportOptions {
  /** Where the server is; empty for the page's own origin. */
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Sent as `Authorization: Bearer`; browsers use the session cookie instead. */
  readonly apiKey?: string;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly query?: { readonly [name: string]: string | number | undefined };
  /** Sent as JSON, or as it is when it is FormData. */
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly signal?: AbortSignal | undefined;
}

export interface Transport {
  /** The parsed body; `null` where the answer has none. */
  call<Answer>(path: string, call?: Call): Promise<Answer>;
  /** Token and language go with every request from now on. */
  use(session: { csrfToken?: string; language?: string }): void;
}

export function createTransport(options: TransportOptions): Transport {
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  let csrfToken: string | undefined;
  let language: string | undefined;

  return {
    use(session) {
      csrfToken = session.csrfToken ?? csrfToken;
      language = session.language ?? language;
    },
    async call<Answer>(path: string, call: Call = {}): Promise<Answer> {
      const method = call.method ?? 'GET';
      const headers = new Headers({ accept: 'application/json', ...call.headers });
      if (options.apiKey) headers.set('authorization', `Bearer ${options.apiKey}`);
      if (language) headers.set('accept-language', language);
      if (csrfToken && method !== 'GET') headers.set('x-csrf-token', csrfToken);
      const body = encodeBody(call.body, headers);
      const request: RequestInit = { method, headers, credentials: 'same-origin', signal: call.signal ?? null };
      if (body !== undefined) request.body = body;
      const response = await send(urlOf(options.baseUrl ?? '', path, call.query), request).catch((cause: unknown) => {
        if (call.signal?.aborted) throw cause;
        throw new ServerUnreachable(cause);
      });
      if (!response.ok) throw new RequestRefused(await readProblem(response));
      if (response.status === 204) return null as Answer;
      return (await response.json()) as Answer;
    },
  };
}

function encodeBody(body: unknown, headers: Headers): FormData | string | undefined {
  if (body === undefined || body instanceof FormData) return body;
  headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

function urlOf(baseUrl: string, path: string, query: Call['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return baseUrl + path + (text === '' ? '' : `?${text}`);
}
