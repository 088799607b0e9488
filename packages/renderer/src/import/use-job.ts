// Follows a job until it has ended.
import { useEffect, useRef } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Job } from '@trellis/client/wire';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';

const pollMilliseconds = 600;

export function useJob(id: string) {
  const client = useClient();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: keys.job(id),
    queryFn: ({ signal }): Promise<Job> => client.job(id, signal),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : pollMilliseconds),
  });
  const ended = query.data !== undefined && hasEnded(query.data);
  const told = useRef(false);
  useEffect(() => {
    if (!ended || told.current) return;
    told.current = true;
    void queries.invalidateQueries({ queryKey: ['records'] });
  }, [ended, queries]);
  return { job: query.data, error: query.error, ended, cancel: () => client.cancelJob(id) };
}

export function hasEnded(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}
