// Records of another entity that lead to this one: a short table, with a button that makes one more of them in a drawer.
import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import type { Block } from '@trellis/metadata/kinds';
import { Failure } from '@trellis/ui/failure';
import { Icon } from '@trellis/ui/icon';
import { Skeleton } from '@trellis/ui/skeleton';
import { useRecordList } from '../data/records.ts';
import { RecordDrawer } from '../form/record-drawer.tsx';
import { selectOf } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import styles from './related-list.module.css';
import { RelatedTable } from './related-table.tsx';
import { leadsTo, presetOf } from './relation.ts';

interface RelatedListProps {
  readonly block: Extract<Block, { readonly type: 'related' }>;
  readonly entity: string;
  readonly record: RecordRow;
}

const moreAtOnce = 20;

export function RelatedList({ block, entity, record }: RelatedListProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const [extra, setExtra] = useState(0);
  const [adding, setAdding] = useState(false);
  const related = model.entity(block.entity);
  const columns = (block.columns ?? defaultColumns()).filter((path) => model.field(block.entity, path));
  const { data, error, refetch, isPlaceholderData } = useRecordList(block.entity, {
    select: selectOf(model, block.entity, columns),
    filter: leadsTo(model, block, record.id),
    sort: [...(block.sort ?? [])],
    limit: (block.limit ?? 10) + extra,
    count: 'capped',
  });
  if (!related) return null;
  const label = model.label(block.label, model.many(block.entity));
  const count = data?.page.count;
  return (
    <section className={styles.related} aria-label={label}>
      <header>
        <h3>
          {label} {count !== undefined && count > 0 && <small>{data?.page.capped ? `${count}+` : count}</small>}
        </h3>
        {model.can('create', block.entity) && (
          <Button
            size="small"
            type="text"
            icon={<Icon name="plus" size={14} />}
            onClick={() => setAdding(true)}
            aria-label={t('add_one', { one: model.one(block.entity) })}
          >
            {t('add')}
          </Button>
        )}
      </header>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={3} />
      ) : data.data.length === 0 ? (
        <p className={styles.empty}>{t('none_yet', { many: model.many(block.entity) })}</p>
      ) : (
        <RelatedTable entity={block.entity} columns={columns} rows={data.data} />
      )}
      {data?.page.after && (
        <Button size="small" type="link" loading={isPlaceholderData} onClick={() => setExtra(extra + moreAtOnce)}>
          {t('show_more')}
        </Button>
      )}
      {adding && (
        <RecordDrawer
          entity={block.entity}
          values={presetOf(model, block, { entity, id: record.id, title: model.title(entity, record) })}
          onClose={() => setAdding(false)}
          onSaved={() => setAdding(false)}
        />
      )}
    </section>
  );

  /** Of the first view of the entity, without what they all have in common. */
  function defaultColumns(): readonly string[] {
    const view = model.views(block.entity)[0];
    const paths = (view?.columns ?? []).map((column) => (typeof column === 'string' ? column : column.field));
    return paths.filter((path) => path !== block.via).slice(0, 5);
  }
}
