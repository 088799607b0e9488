// Somebody else who changes the model meanwhile, with a program instead of screens.
import type { RawItem } from '@trellis/metadata/kinds';
import type { Product } from './product.ts';
import { signedInClient } from './signed-in-client.ts';

type Values = Readonly<Record<string, unknown>>;

interface Reading {
  readonly select: readonly string[];
  readonly sort?: string;
}

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
    /** The records of an entity in order, with just these fields. */
    readsRecords: (entity: string, { select, sort = 'id' }: Reading): Promise<readonly Values[]> =>
      data<readonly Values[]>('GET', `/api/records/${entity}?select=${select.join()}&sort=${sort}&limit=500`),
    /** The document of an entity, as it is stored. */
    readsEntity: async (name: string): Promise<{ readonly fields: object }> =>
      (await data<{ body: { fields: object } }>('GET', `/api/metadata/entity/${name}`)).body,
  };
}
