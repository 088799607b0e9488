// A record that is not at its address: in the trash, for those who may see it there, with the way back; else gone.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@trellis/ui/empty-state';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useToast } from '@trellis/ui/toast';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import { useRestoreRecord } from '../data/write-records.ts';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';

interface MissingRecordProps {
  readonly entity: string;
  readonly id: string;
  readonly error: unknown;
}

export function MissingRecord({ entity, id, error }: MissingRecordProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const client = useClient();
  const navigation = useNavigation();
  const toast = useToast();
  const restore = useRestoreRecord(entity);
  const trash = useQuery({
    queryKey: [...keys.entity(entity), 'trash', id],
    queryFn: ({ signal }) =>
      client.records(entity).query({ trash: true, select: ['id'], filter: { '==': [{ var: 'id' }, id] } }, signal),
    retry: false,
  });
  const toList = <Button onClick={() => navigation.go({ to: 'list', entity })}>{model.many(entity)}</Button>;
  if (trash.isPending) return <Skeleton lines={10} height={18} gap={20} />;
  if (!trash.data?.data.length) return <Failure error={error} actions={toList} />;
  const bringBack = (): void =>
    restore.mutate(id, { onError: (failure) => toast.show({ text: failure.message, tone: 'danger' }) });
  return (
    <EmptyState
      icon="trash-2"
      title={t('in_trash')}
      text={t('in_trash_hint')}
      actions={
        <>
          <Button type="primary" loading={restore.isPending} onClick={bringBack}>
            {t('restore')}
          </Button>
          {toList}
        </>
      }
    />
  );
}
