// Requests on drafts of metadata: make one, see what it would do, publish it, ask who uses a thing.
import type { Transport } from './transport.ts';
import type { Draft, DraftItem, Plan, ReferenceUse } from './wire.ts';

export interface DraftsClient {
  /** The ones that are not published yet, last changed first. */
  list(): Promise<readonly Draft[]>;
  create(items: readonly DraftItem[]): Promise<Draft>;
  /** `baseVersion` takes the changes over to a newer version. */
  replace(id: string, items: readonly DraftItem[], baseVersion?: number): Promise<Draft>;
  discard(id: string): Promise<void>;
  plan(id: string): Promise<Plan>;
  /** Publishes just the plan seen; `confirm` names the steps that ask for it. The new version. */
  publish(id: string, confirm: readonly string[]): Promise<{ readonly version: number }>;
  references(thing: { kind: string; name: string; member?: string }): Promise<readonly ReferenceUse[]>;
}

export function draftsOf(transport: Transport): DraftsClient {
  const path = '/api/metadata/drafts';
  const data = async <Data>(...request: Parameters<typeof transport.call>): Promise<Data> =>
    (await transport.call<{ data: Data }>(...request)).data;

  return {
    list: () => data(path),
    create: (items) => data(path, { method: 'POST', body: { items } }),
    replace: (id, items, baseVersion) =>
      data(`${path}/${id}`, { method: 'PATCH', body: { items, base_version: baseVersion } }),
    discard: (id) => transport.call(`${path}/${id}`, { method: 'DELETE' }),
    plan: (id) => data(`${path}/${id}/plan`, { method: 'POST' }),
    publish: (id, confirm) => data(`${path}/${id}/publish`, { method: 'POST', body: { confirm } }),
    references: (thing) => data('/api/metadata/references', { query: thing }),
  };
}
