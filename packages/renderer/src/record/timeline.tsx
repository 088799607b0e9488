// Dated records that lead to this one, mixed with its field changes. A new one is written at the top: N, the words, Ctrl Enter.
import { useState, type ReactNode } from 'react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useHistory, useRecordList } from '../data/records.ts';
import { selectOf } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import { useOverdue } from '../overdue/use-overdue.ts';
import { FollowUp } from './follow-up.tsx';
import { leadsTo } from './relation.ts';
import { TimelineItem } from './timeline-item.tsx';
import type { TimelineBlock } from './timeline-block.ts';
import { timelineEntries, type TimelineEntry } from './timeline-entries.ts';
import styles from './timeline.module.css';

interface TimelineProps {
  readonly block: TimelineBlock;
  readonly entity: string;
  readonly record: RecordRow;
}

const newest = 100;

export function Timeline({ block, entity, record }: TimelineProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const [shown, setShown] = useState<'all' | 'records' | 'changes'>('all');
  const isOverdue = useOverdue(block.entity, block.at);
  const columns = ['created_at', 'created_by', ...columnsOf()].filter((path) => model.field(block.entity, path));
  const list = useRecordList(block.entity, {
    select: selectOf(model, block.entity, columns),
    filter: leadsTo(model, block, record.id),
    sort: [`-${block.at}`],
    limit: newest,
  });
  const history = useHistory(entity, record.id);
  const changes = history.data?.pages.flatMap((page) => page.data) ?? [];
  const { planned, past } = timelineEntries({
    records: shown === 'changes' ? [] : (list.data?.data ?? []),
    changes: shown === 'records' ? [] : changes,
    at: block.at,
    now: new Date().toISOString(),
    isOverdue,
  });
  const items = (entries: readonly TimelineEntry[]): ReactNode => (
    <ol className={styles.items}>
      {entries.map((entry, index) => (
        <TimelineItem
          key={entry.kind === 'record' ? entry.record.id : `${entry.at}-${index}`}
          {...{ entry, block, entity }}
          overdue={entry.kind === 'record' && isOverdue(entry.record)}
        />
      ))}
    </ol>
  );
  return (
    <section aria-label={model.label(block.label, t('timeline'))} className={styles.timeline}>
      {model.can('create', block.entity) && <FollowUp block={block} entity={entity} record={record} />}
      <Segmented
        size="small"
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: t('timeline_all') },
          { value: 'records', label: model.many(block.entity) },
          { value: 'changes', label: t('timeline_changes') },
        ]}
      />
      {list.error ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton lines={6} gap={18} />
      ) : (
        <>
          {planned.length > 0 && <h4>{t('planned')}</h4>}
          {planned.length > 0 && items(planned)}
          {planned.length > 0 && past.length > 0 && <h4>{t('past')}</h4>}
          {items(past)}
          {planned.length + past.length === 0 && <p className={styles.none}>{t('timeline_empty')}</p>}
        </>
      )}
    </section>
  );

  function columnsOf(): readonly string[] {
    const title = model.entity(block.entity)?.title;
    return [title, block.at, block.body, block.kind, 'owner'].filter((name) => name !== undefined);
  }
}
