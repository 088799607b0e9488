// What has been deleted of an entity, newest first, each with the way back.
import type { ReactNode } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { useClient } from '@trellis/renderer/client';
import { keys } from '@trellis/renderer/keys';
import { selectOf } from '@trellis/renderer/list-request';
import { formatInstant } from '@trellis/field-types/ui/format';
import { useModel } from '@trellis/renderer/model';
import { EmptyState } from '@trellis/ui/empty-state';
import { Failure } from '@trellis/ui/failure';
import { Icon } from '@trellis/ui/icon';
import { Skeleton } from '@trellis/ui/skeleton';
import { useToast } from '@trellis/ui/toast';
import { useTitle } from '@trellis/ui/use-title';
import styles from './trash-page.module.css';

export function TrashPage(): ReactNode {
  const { t } = useTranslation(['list', 'common']);
  const { entity } = useParams({ from: '/shell/trash/$entity' });
  const model = useModel();
  useTitle(t('trash_of', { entities: model.many(entity) }));
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const select = selectOf(
    model,
    entity,
    ['deleted_at', 'updated_by'].filter((path) => model.field(entity, path)),
  );
  const pages = useInfiniteQuery({
    queryKey: [...keys.entity(entity), 'trash'],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? {} : { after: pageParam };
      return client.records(entity).query({ trash: true, select, sort: ['-deleted_at'], limit: 50, ...after }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.page.after,
  });
  const restore = async (record: RecordRow): Promise<void> => {
    const title = model.title(entity, record);
    try {
      await client.records(entity).restore(record.id);
      toast.show({ text: t('trash_restored', { title }), tone: 'success' });
    } catch (error) {
      toast.show({ text: error instanceof Error ? error.message : t('not_saved'), tone: 'danger' });
    }
    await queries.invalidateQueries({ queryKey: keys.entity(entity) });
  };
  const records = pages.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link to="/$entity" params={{ entity }} className={styles.back}>
          <Icon name="arrow-left" size={15} />
          {model.many(entity)}
        </Link>
        <h1 className={styles.title}>{t('to_trash')}</h1>
        <p className={styles.hint}>{t('trash_empty_hint')}</p>
      </header>
      {pages.error && <Failure error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={6} gap={28} />}
      {pages.isSuccess && records.length === 0 && <EmptyState icon="trash-2" title={t('trash_empty')} />}
      <ul className={styles.records}>
        {records.map((record) => (
          <li key={record.id} className={styles.record}>
            <span className={styles.name}>{model.title(entity, record) || t('untitled')}</span>
            <Deleted at={record['deleted_at']} by={record['updated_by']} />
            <Button size="small" onClick={() => void restore(record)}>
              {t('common:restore')}
            </Button>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{t('common:more')}</Button>}
    </div>
  );
}

/** Deleting is the last change of a record that is in the trash. */
function Deleted({ at, by }: { at: unknown; by: unknown }): ReactNode {
  const { t } = useTranslation('list');
  const { language, timeZone } = useModel();
  if (typeof at !== 'string') return null;
  const name = typeof by === 'object' && by !== null && 'title' in by ? by.title : undefined;
  return (
    <span className={styles.at}>
      {typeof name === 'string' && <span>{t('trash_deleted_by', { name })}</span>}
      <time dateTime={at} title={t('trash_deleted_at')}>
        {formatInstant(at, language, timeZone)}
      </time>
    </span>
  );
}
