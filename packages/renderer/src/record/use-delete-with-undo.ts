// To the trash at once, and back from it for ten seconds: no question before.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import { useToast } from '@trellis/ui/toast';
import { useDeleteRecord, useRestoreRecord } from '../data/write-records.ts';

export function useDeleteWithUndo(entity: string, onDeleted: () => void): (id: string, title: string) => void {
  const { t } = useTranslation('record');
  const toast = useToast();
  const remove = useDeleteRecord(entity);
  const restore = useRestoreRecord(entity);
  // A second click comes before the screen is left, and would find nothing to delete.
  const isSent = useRef(false);
  const fail = (error: unknown): void => {
    isSent.current = false;
    const problem = problemOf(error);
    toast.show({ text: problem?.detail ?? problem?.title ?? t('not_deleted'), tone: 'danger' });
  };
  return (id, title) => {
    if (isSent.current) return;
    isSent.current = true;
    remove.mutate(id, {
      onError: fail,
      onSuccess() {
        isSent.current = false;
        onDeleted();
        const undo = (): void => restore.mutate(id, { onError: fail });
        toast.show({ text: t('deleted', { title }), action: { label: t('undo'), run: undo }, seconds: 10 });
      },
    });
  };
}
