// What publishing the draft in hand would do, asked anew whenever the draft or its base changes.
import { useQuery } from '@tanstack/react-query';
import { hasStatus, problemOf } from '@trellis/client/problem';
import type { Plan } from '@trellis/client/wire';
import { useClient } from '@trellis/renderer/client';
import { useDraftInHand } from '../draft/draft-provider.tsx';

interface Planning {
  /** Undefined while it is being made. */
  readonly plan: Plan | undefined;
  readonly error: unknown;
  again(): Promise<unknown>;
}

export function usePlan(): Planning {
  const client = useClient();
  const { kept, published, items, saving, failure, catchUp } = useDraftInHand();
  const isReady = kept?.base_version === published.version && !saving && failure === null;
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', kept?.id, kept?.base_version, items],
    queryFn: () => client.drafts.plan(kept?.id ?? '').catch(unlessMoved),
    enabled: isReady && items.length > 0,
    staleTime: 0,
    retry: false,
  });
  if (saving) return { plan: undefined, error: null, again: refetch };
  if (failure !== null) return { plan: undefined, error: failure, again: catchUp };
  return { plan: data, error: data ? null : error, again: refetch };

  /** Somebody else has published since: the draft is taken over to their version, which is then planned. */
  async function unlessMoved(problem: unknown): Promise<never> {
    if (hasMoved(problem)) await catchUp();
    throw problem;
  }
}

/** Where the draft itself is gone, somebody else has published it, or thrown it away. */
export function hasMoved(error: unknown): boolean {
  return problemOf(error)?.code === 'base_moved' || hasStatus(error, 404);
}
