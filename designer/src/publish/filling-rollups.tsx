// How far roll-ups are filled in for records that were there before them, as long as somebody watches. Where none is to be filled,
// nothing.
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Job } from '@trellis/client/wire';
import { formatNumber } from '@trellis/field-types/ui/format';
import { useClient } from '@trellis/renderer/client';
import { useModel } from '@trellis/renderer/model';

const pollMilliseconds = 1000;

export function FillingRollups(): ReactNode {
  const client = useClient();
  const { data: id } = useQuery({
    queryKey: ['rollups being filled'],
    queryFn: async () => (await client.jobs()).find((job) => job.kind === 'rollups' && isOpen(job))?.id ?? null,
    staleTime: Infinity,
    gcTime: 0,
  });
  return id ? <Filling id={id} /> : null;
}

function Filling({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('designer');
  const { language } = useModel();
  const client = useClient();
  const { data: job } = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => client.job(id, signal),
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : pollMilliseconds),
  });
  const state = job?.state ?? 'queued';
  return <span role="status">{t(`filling_${state}`, { rows: formatNumber(job?.done ?? 0, language) })}</span>;
}

function isOpen({ state }: Job): boolean {
  return state === 'queued' || state === 'running';
}
