// Requests on drafts of metadata: make one, see what it would do, publish it, read what a change starts from, ask who uses a thing.
import type { Body, Kind } from '@trellis/metadata/kinds';
import { hasStatus } from './problem.ts';
import type { Transport } from './transport.ts';
import type { Draft, DraftItem, Plan, ReferenceUse } from './wire.ts';

export interface DraftsClient {
  /** The ones that are not published yet, last changed first. */
  list(): Promise<readonly Draft[]>;
  /** `baseVersion` is the one that the items are made for. */
  create(items: readonly DraftItem[], baseVersion?: number): Promise<Draft>;
  replace(id: string, items: readonly DraftItem[]): Promise<Draft>;
  /** Takes the draft over to a newer version; refused with `draft_conflict` where that has changed the same items. */
  rebase(id: string, version: number): Promise<Draft>;
  discard(id: string): Promise<void>;
  plan(id: string): Promise<Plan>;
  /** Publishes just the plan seen; `confirm` names the steps that ask for it. The new version. */
  publish(id: string, confirm: readonly string[]): Promise<{ readonly version: number }>;
  /** An item as its files say it, which a `put` starts from; null where nobody has written it, as with a form that goes without saying. */
  stored<K extends Kind>(kind: K, name: string): Promise<Body<K> | null>;
  references(thing: { kind: string; name: string; member?: string }): Promise<readonly ReferenceUse[]>;
}

export function draftsOf(transport: Transport): DraftsClient {
  const path = '/api/metadata/drafts';
  const data = async <Data>(...request: Parameters<typeof transport.call>): Promise<Data> =>
    (await transport.call<{ data: Data }>(...request)).data;

  return {
    list: () => data(path),
    create: (items, baseVersion) => data(path, { method: 'POST', body: { items, base_version: baseVersion } }),
    replace: (id, items) => data(`${path}/${id}`, { method: 'PATCH', body: { items } }),
    rebase: (id, version) => data(`${path}/${id}`, { method: 'PATCH', body: { base_version: version } }),
    discard: (id) => transport.call(`${path}/${id}`, { method: 'DELETE' }),
    plan: (id) => data(`${path}/${id}/plan`, { method: 'POST' }),
    publish: (id, confirm) => data(`${path}/${id}/publish`, { method: 'POST', body: { confirm } }),
    stored: async <K extends Kind>(kind: K, name: string) => {
      try {
        return (await data<{ readonly body: Body<K> }>(`/api/metadata/${kind}/${name}`)).body;
      } catch (error) {
        if (hasStatus(error, 404)) return null;
        throw error;
      }
    },
    references: (thing) => data('/api/metadata/references', { query: thing }),
  };
}
