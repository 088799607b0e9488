// One request over fetch: JSON in and out, the CSRF token on unsafe methods, every failure as one of the errors of problem.ts.
import { RequestRefused, ServerUnreachable, readProblem } from './problem.ts';
import type { DownloadedFile } from './wire.ts';

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

export interface Download extends Pick<Call, 'query' | 'signal'> {
  /** Told again and again how many bytes have come. */
  onProgress?(bytes: number): void;
}

export interface Transport {
  /** The parsed body; `null` where the answer has none. */
  call<Answer>(path: string, call?: Call): Promise<Answer>;
  /** The body as a file; one that breaks off before its end is none. */
  download(path: string, call?: Download): Promise<DownloadedFile>;
  /** Token and language go with every request from now on. */
  use(session: { csrfToken?: string; language?: string }): void;
}

export function createTransport(options: TransportOptions): Transport {
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  let csrfToken: string | undefined;
  let language: string | undefined;

  /** The answer, if it is none of the failures. */
  const ask = async (path: string, call: Call): Promise<Response> => {
    const method = call.method ?? 'GET';
    const headers = new Headers({ accept: 'application/json', ...call.headers });
    if (options.apiKey) headers.set('authorization', `Bearer ${options.apiKey}`);
    if (language) headers.set('accept-language', language);
    if (csrfToken && method !== 'GET') headers.set('x-csrf-token', csrfToken);
    const body = encodeBody(call.body, headers);
    const request: RequestInit = { method, headers, credentials: 'same-origin', signal: call.signal ?? null };
    if (body !== undefined) request.body = body;
    const response = await send(urlOf(options.baseUrl ?? '', path, call.query), request).catch(unreachable(call));
    if (!response.ok) throw new RequestRefused(await readProblem(response));
    return response;
  };

  return {
    use(session) {
      csrfToken = session.csrfToken ?? csrfToken;
      language = session.language ?? language;
    },
    async call<Answer>(path: string, call: Call = {}): Promise<Answer> {
      const response = await ask(path, call);
      if (response.status === 204) return null as Answer;
      return (await response.json()) as Answer;
    },
    async download(path, call = {}) {
      const response = await ask(path, { ...call, headers: { accept: '*/*' } });
      const content = await counted(response, call.onProgress).blob().catch(unreachable(call));
      return { name: fileNameIn(response.headers.get('content-disposition') ?? ''), content };
    },
  };
}

/** What was given up stays what the platform makes of it. */
function unreachable({ signal }: Pick<Call, 'signal'>): (cause: unknown) => never {
  return (cause) => {
    if (signal?.aborted) throw cause;
    throw new ServerUnreachable(cause);
  };
}

function counted(response: Response, onProgress: Download['onProgress']): Response {
  if (!response.body || !onProgress) return response;
  let bytes = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      onProgress((bytes += piece.length));
      controller.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(counting), { headers: response.headers });
}

/** RFC 6266: the name in any script goes before the one in ASCII. */
function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? (/filename="([^"]*)"/i.exec(disposition)?.[1] ?? '') : decodeURIComponent(encoded);
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
