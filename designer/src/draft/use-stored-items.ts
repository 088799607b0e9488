// The documents that a change of an entity starts from: the draft's, else as they are stored in the version that is published.
import { useQuery } from '@tanstack/react-query';
import { useClient } from '@trellis/renderer/client';
import { startFrom, type StoredItems } from './draft.ts';
import { useDraftInHand } from './draft-provider.tsx';

interface Reading {
  /** Undefined while they are on their way. */
  readonly start: StoredItems | undefined;
  readonly error: unknown;
  again(): void;
}

export function useStoredItems(entity: string, form: string | undefined): Reading {
  const client = useClient();
  const { items, published } = useDraftInHand();
  const { data, error, refetch } = useQuery({
    queryKey: ['stored', published.version, entity, form],
    queryFn: async (): Promise<StoredItems> => ({
      entity: published.entities[entity] ? await client.drafts.stored('entity', entity) : null,
      form: form !== undefined && published.forms[form] ? await client.drafts.stored('form', form) : null,
    }),
    staleTime: Infinity,
  });
  return { start: data && startFrom(items, { entity, form }, data), error, again: () => void refetch() };
}
