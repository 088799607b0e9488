// The page of one record: what it is, its key figures and progress, its tabs, and what stands beside them. How it is made up is
// said by the entity's `page`.
import { useEffect, useState, type ReactNode } from 'react';
import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import type { Block as BlockJson, Page } from '@trellis/metadata/kinds';
import { Failure } from '@trellis/ui/failure';
import { useKeys } from '@trellis/ui/keys';
import { Skeleton } from '@trellis/ui/skeleton';
import { useRecord } from '../data/records.ts';
import { RecordForm } from '../form/record-form.tsx';
import { useModel, type RecordData } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { Block } from './block.tsx';
import { Highlights } from './highlights.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RecordHeader } from './record-header.tsx';
import styles from './record-page.module.css';
import { useRecordPredicate } from './use-record-predicate.ts';

export interface RecordPageProps {
  readonly entity: string;
  readonly id: string;
  /** Name of the tab that is open; absent: the first. */
  readonly tab?: string | undefined;
  onTab(tab: string): void;
  /** After the record went to the trash; absent: the list is shown. */
  readonly onDeleted?: () => void;
}

export function RecordPage(props: RecordPageProps): ReactNode {
  const { entity, id } = props;
  const { t } = useTranslation('record');
  const model = useModel();
  const navigation = useNavigation();
  const { data: record, error, refetch } = useRecord(entity, id);
  const page = model.page(entity);
  if (error) {
    const toList = <Button onClick={() => navigation.go({ to: 'list', entity })}>{model.many(entity)}</Button>;
    const isGone = hasStatus(error, 404);
    return <Failure error={error} retry={isGone ? undefined : () => void refetch()} actions={toList} />;
  }
  if (!page) return <Failure error={new Error(t('no_page'))} />;
  if (!record) return <Skeleton lines={10} height={18} gap={20} />;
  return <LoadedPage {...props} page={page} record={record} />;
}

interface LoadedPageProps extends RecordPageProps {
  readonly page: Page;
  readonly record: RecordRow;
}

function LoadedPage({ entity, page, record, tab: asked, onTab, onDeleted }: LoadedPageProps): ReactNode {
  const model = useModel();
  const holds = useRecordPredicate(entity, record);
  const [editing, setEditing] = useState<RecordData | null>(null);
  const canEdit = model.can('update', entity, record);
  const tabs = page.tabs.filter((tab) => holds(tab.visible));
  const tab = tabs.find(({ name }) => name === asked) ?? tabs[0];
  const edit = (values: RecordData = {}): void => setEditing(values);
  const form = [...(tab?.blocks ?? []), ...page.tabs.flatMap(({ blocks }) => blocks)].find(
    (block) => block.type === 'form',
  );

  useKeys({ e: () => edit() }, canEdit && !editing);
  useEffect(() => {
    document.title = model.title(entity, record);
  }, [model, entity, record]);

  const blocks = (list: readonly BlockJson[]): ReactNode =>
    list
      .filter((block) => holds(block.visible))
      .map((block, index) => <Block key={index} {...{ block, entity, record, edit, alone: list.length === 1 }} />);
  const side = page.side?.filter((block) => holds(block.visible)) ?? [];
  return (
    <article className={styles.page}>
      <RecordHeader {...{ entity, record, canEdit, onDeleted }} edit={edit} />
      {page.progress && <ProgressBar {...{ entity, record, field: page.progress, edit }} />}
      {page.highlights && page.highlights.length > 0 && <Highlights {...{ entity, record, paths: page.highlights }} />}
      <div className={styles.columns} data-side={side.length > 0}>
        <div className={styles.main}>
          {editing ? (
            <RecordForm
              entity={entity}
              id={record.id}
              values={editing}
              form={form?.form}
              onSaved={() => setEditing(null)}
              onCancel={() => setEditing(null)}
            />
          ) : (
            <>
              <Tabs
                {...(tab && { activeKey: tab.name })}
                onChange={onTab}
                items={tabs.map(({ name, label }) => ({ key: name, label: model.label(label, name) }))}
              />
              {tab && blocks(tab.blocks)}
            </>
          )}
        </div>
        {side.length > 0 && <aside className={styles.side}>{blocks(side)}</aside>}
      </div>
    </article>
  );
}
