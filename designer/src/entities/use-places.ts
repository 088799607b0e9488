// The groups of the apps that somebody has made, where a new entity can stand. An app that goes without saying needs no entry.
import { useQuery } from '@tanstack/react-query';
import type { App } from '@trellis/metadata/kinds';
import { useClient } from '@trellis/renderer/client';
import { bodiesIn } from '../draft/draft.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import type { Place } from './new-entity.ts';

interface Reading {
  /** Undefined while they are on their way. */
  readonly places: readonly Place[] | undefined;
  readonly error: unknown;
  again(): void;
}

export function usePlaces(): Reading {
  const client = useClient();
  const { items, published } = useDraftInHand();
  const { data, error, refetch } = useQuery({
    queryKey: ['stored apps', published.version],
    queryFn: async (): Promise<readonly App[]> => {
      const stored = await Promise.all(Object.keys(published.apps).map((name) => client.drafts.stored('app', name)));
      return stored.filter((app) => app !== null);
    },
    staleTime: Infinity,
  });
  const drafted = bodiesIn(items, 'app');
  const apps = data?.map((app) => drafted.find(({ name }) => name === app.name) ?? app);
  const places = apps
    ?.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap((app) => app.groups.map((group) => ({ app, group: group.name })));
  return { places, error, again: () => void refetch() };
}
