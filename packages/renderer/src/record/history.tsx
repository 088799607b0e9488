// Everything that happened to a record, newest first: who, when, and each changed field from old to new.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '@trellis/field-types/ui/format';
import { Avatar } from '@trellis/ui/avatar';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useHistory } from '../data/records.ts';
import { useModel } from '../model.ts';
import { Changes } from './changes.tsx';
import styles from './history.module.css';

export function History({ entity, id }: { readonly entity: string; readonly id: string }): ReactNode {
  const { t } = useTranslation('record');
  const { language, timeZone } = useModel();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(entity, id);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} gap={18} />;
  const entries = data.pages.flatMap((page) => page.data);
  if (entries.length === 0) return <p className={styles.none}>{t('no_history')}</p>;
  return (
    <>
      <ol className={styles.history}>
        {entries.map((entry, index) => {
          const who = entry.by?.title ?? t('system');
          return (
            <li key={`${entry.at}-${index}`}>
              <Avatar name={who} size={24} />
              <div>
                <p>
                  <strong>{who}</strong> {t(`did_${entry.action}`)}
                  <time dateTime={entry.at}>{formatInstant(entry.at, language, timeZone)}</time>
                </p>
                <Changes entity={entity} changes={entry.changes} onlyNew={entry.action === 'create'} />
              </div>
            </li>
          );
        })}
      </ol>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('show_more')}
        </Button>
      )}
    </>
  );
}
