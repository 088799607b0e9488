// Who uses an item and its members, asked once and told apart by member.
import { useCallback, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ReferenceUse } from '@trellis/client/wire';
import { useClient } from '@trellis/renderer/client';
import { groupUses, type Use } from './uses.ts';

export interface References {
  /** Of a member; absent: of the item itself. Undefined while they are not known. */
  of(member?: string): readonly Use[] | undefined;
}

export function useReferences(kind: string, name: string): References {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['references', kind, name],
    queryFn: (): Promise<readonly ReferenceUse[]> => client.drafts.references({ kind, name }),
  });
  const grouped = useMemo(() => data && groupUses(data), [data]);
  const of = useCallback((member = '') => grouped && (grouped.get(member) ?? []), [grouped]);
  return { of };
}
