// The typed client of the HTTP contract: one method for each request, grouped as the paths are. No cache, no retries: the screens'
// query library does both. Failures are thrown as RequestRefused or ServerUnreachable (./problem).
import { createTransport, type TransportOptions } from './transport.ts';
import { recordsOf, type RecordsClient } from './records.ts';
import { draftsOf, type DraftsClient } from './drafts.ts';
import type { Metadata } from './metadata.ts';
import type { CompiledForm, Job, Me, SearchHit, SetupAnswers, SetupQuestions } from './wire.ts';

export interface Client {
  readonly setup: { questions(): Promise<SetupQuestions>; answer(answers: SetupAnswers): Promise<void> };
  login(credentials: { email: string; password: string; code?: string }): Promise<void>;
  logout(): Promise<void>;
  /** Also takes over the CSRF token and the language for the requests to come. */
  me(signal?: AbortSignal): Promise<Me>;
  changeMe(changes: { name?: string; language?: string; time_zone?: string }): Promise<void>;
  metadata(signal?: AbortSignal): Promise<Metadata>;
  form(entity: string, form: string, signal?: AbortSignal): Promise<CompiledForm>;
  records(entity: string): RecordsClient;
  search(text: string, signal?: AbortSignal): Promise<readonly SearchHit[]>;
  /** One's own, or with the right `jobs` everybody's; the last ones first. */
  jobs(): Promise<readonly Job[]>;
  job(id: string, signal?: AbortSignal): Promise<Job>;
  cancelJob(id: string): Promise<void>;
  readonly drafts: DraftsClient;
  /** Texts of errors come in this language. */
  useLanguage(language: string): void;
}

export function createClient(options: TransportOptions = {}): Client {
  const transport = createTransport(options);
  const data = async <Data>(...request: Parameters<typeof transport.call>): Promise<Data> =>
    (await transport.call<{ data: Data }>(...request)).data;

  return {
    setup: {
      questions: () => data<SetupQuestions>('/api/setup'),
      answer: (answers) => transport.call('/api/setup', { method: 'POST', body: answers }),
    },
    login: (credentials) => transport.call('/api/auth/login', { method: 'POST', body: credentials }),
    logout: () => transport.call('/api/auth/logout', { method: 'POST' }),
    async me(signal) {
      const me = await data<Me>('/api/me', { signal });
      transport.use({ csrfToken: me.csrf_token });
      return me;
    },
    changeMe: (changes) => transport.call('/api/me', { method: 'PATCH', body: changes }),
    metadata: (signal) => data<Metadata>('/api/metadata', { signal }),
    form: (entity, form, signal) => data<CompiledForm>(`/api/forms/${entity}/${form}`, { signal }),
    records: (entity) => recordsOf(transport, entity),
    search: (text, signal) => data<readonly SearchHit[]>('/api/search', { query: { q: text }, signal }),
    jobs: () => data<readonly Job[]>('/api/jobs'),
    job: (id, signal) => data<Job>(`/api/jobs/${id}`, { signal }),
    cancelJob: (id) => transport.call(`/api/jobs/${id}/cancel`, { method: 'POST' }),
    drafts: draftsOf(transport),
    useLanguage: (language) => transport.use({ language }),
  };
}
