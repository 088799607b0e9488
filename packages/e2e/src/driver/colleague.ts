// Somebody else who changes the model meanwhile, with a program instead of screens.
import type { RawItem } from '@trellis/metadata/kinds';
import type { Product } from './product.ts';
import { signedInClient } from './signed-in-client.ts';

export type Colleague = Awaited<ReturnType<typeof colleagueAt>>;

export async function colleagueAt(product: Product) {
  const client = await signedInClient(product);
  const data = async <Data>(method: string, path: string, body?: unknown): Promise<Data> =>
    (await client.call<{ data: Data }>(method, path, body)).data;
  return {
    publishes: async (...items: RawItem[]): Promise<void> => {
      const drafts = '/api/metadata/drafts';
      const { id } = await data<{ id: string }>('POST', drafts, {
        items: items.map((item) => ({ op: 'put', ...item })),
      });
      await data('POST', `${drafts}/${id}/publish`, {});
    },
    /** The document of an entity, as it is stored. */
    readsEntity: async (name: string): Promise<{ readonly fields: object }> =>
      (await data<{ body: { fields: object } }>('GET', `/api/metadata/entity/${name}`)).body,
  };
}
