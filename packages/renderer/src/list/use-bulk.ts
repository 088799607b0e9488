// Acts on many records: to the trash, one field of all of them; in batches, with progress, and Undo for ten seconds.
import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { BatchItem, RecordRow } from '@trellis/client/wire';
import { useToast } from '@trellis/ui/toast';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import type { ListQuery } from './list-request.ts';
import { selectedRecords, type Selection } from './selection.ts';

export interface Bulk {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  remove(selection: Selection): Promise<void>;
  change(selection: Selection, field: string, value: unknown): Promise<void>;
}

const batchSize = 200;

export function useBulk(entity: string, query: ListQuery): Bulk {
  const { t } = useTranslation(['list', 'common']);
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [progress, setProgress] = useState<Bulk['progress']>();
  // Earlier than the rendering that disables the button: a second click would find nothing to delete.
  const isRemoving = useRef(false);

  const run = async (items: readonly BatchItem[]): Promise<void> => {
    for (let done = 0; done < items.length; done += batchSize) {
      setProgress({ done, total: items.length });
      await client.records(entity).batch(items.slice(done, done + batchSize));
    }
  };
  /** All or nothing for each batch; what the server says where it refuses. */
  const act = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      toast.show({
        text: problem?.errors[0]?.message ?? problem?.detail ?? t('not_saved'),
        tone: 'danger',
        seconds: 10,
      });
      return false;
    } finally {
      setProgress(undefined);
      void queries.invalidateQueries({ queryKey: keys.entity(entity) });
    }
  };
  const undo = (work: () => Promise<void>) => ({
    label: t('common:undo'),
    run: () => void act(work),
  });

  return {
    progress,
    async remove(selection) {
      if (isRemoving.current) return;
      isRemoving.current = true;
      let records: readonly RecordRow[] = [];
      const removed = await act(async () => {
        records = await selectedRecords(client, { entity, query, selection });
        await run(records.map(({ id }) => ({ op: 'delete', id })));
      });
      isRemoving.current = false;
      if (!removed) return;
      const restore = (): Promise<void> => run(records.map(({ id }) => ({ op: 'restore', id })));
      toast.show({ text: t('bulk_deleted', { count: records.length }), tone: 'success', action: undo(restore) });
    },
    async change(selection, field, value) {
      let records: readonly RecordRow[] = [];
      const changed = await act(async () => {
        records = await selectedRecords(client, { entity, query, selection, field });
        await run(records.map(({ id }) => ({ op: 'update', id, values: { [field]: value } })));
      });
      if (!changed) return;
      const back = (): Promise<void> =>
        run(records.map((record) => ({ op: 'update', id: record.id, values: { [field]: record[field] ?? null } })));
      toast.show({ text: t('bulk_edited', { count: records.length }), tone: 'success', action: undo(back) });
    },
  };
}
