// A number that rises whenever somebody has made an entity's records stale: for lists that keep their rows outside the query cache.
import { useQuery } from '@tanstack/react-query';
import { keys } from '../data/keys.ts';

export function useEpoch(entity: string): number {
  const { data } = useQuery({
    queryKey: [...keys.entity(entity), 'epoch'],
    queryFn: () => performance.now(),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    initialData: 0,
  });
  return data;
}
