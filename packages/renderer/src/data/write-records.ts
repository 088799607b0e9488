// Writing records. A write puts the record's new state into the cache and makes lists of its entity, and of entities that may
// show it, fetch again when they are next looked at.
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { RecordRow } from '@trellis/client/wire';
import type { RecordData } from '../model.ts';
import { useClient } from './client.ts';
import { keys } from './keys.ts';

export interface Write {
  /** Absent: a new record. */
  readonly id?: string | undefined;
  readonly values: RecordData;
  /** The version that was read; a newer one on the server answers 409. */
  readonly version?: number | undefined;
}

export function useWriteRecord(entity: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, values, version }: Write): Promise<RecordRow> =>
      id === undefined ? client.records(entity).create(values) : client.records(entity).update(id, values, version),
    onSuccess: (record) => recordWritten(queries, entity, record),
  });
}

export function useDeleteRecord(entity: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.records(entity).remove(id),
    // What is gone is not asked for again by the page that still shows it.
    onSuccess: (_nothing, id) => recordsChanged(queries, id),
  });
}

export function useRestoreRecord(entity: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.records(entity).restore(id),
    onSuccess: () => recordsChanged(queries),
  });
}

function recordWritten(queries: QueryClient, entity: string, record: RecordRow): void {
  queries.setQueryData(keys.record(entity, record.id), record);
  void queries.invalidateQueries({ queryKey: keys.history(entity, record.id) });
  recordsChanged(queries, record.id);
}

/** Roll-ups and look-ups may carry a change into any other entity; `except` is the record whose state is known already. */
function recordsChanged(queries: QueryClient, except?: string): void {
  void queries.invalidateQueries({
    queryKey: ['records'],
    predicate: ({ queryKey }) => except === undefined || !queryKey.includes(except),
  });
}
