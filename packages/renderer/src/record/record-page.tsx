// The page of one record: what it is, its key figures and progress, its tabs, and what stands beside them. How it is made up is
// said by the entity's `page`.
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasStatus, type FieldProblem } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import type { Block as BlockJson, Page } from '@trellis/metadata/kinds';
import { Failure } from '@trellis/ui/failure';
import { useKeys } from '@trellis/ui/keys';
import { Skeleton } from '@trellis/ui/skeleton';
import { useRecord } from '../data/records.ts';
import { readDraft } from '../form/draft-storage.ts';
import { RecordForm } from '../form/record-form.tsx';
import { useModel, type RecordData } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { Block } from './block.tsx';
import type { Edit } from './edit.ts';
import { Highlights } from './highlights.tsx';
import { MissingRecord } from './missing-record.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RecordHeader } from './record-header.tsx';
import styles from './record-page.module.css';
import { TabBar } from './tab-bar.tsx';
import { useRecordPredicate } from './use-record-predicate.ts';

export interface RecordPageProps {
  readonly entity: string;
  readonly id: string;
  /** Name of the tab that is open; absent: the first. */
  readonly tab?: string | undefined;
  onTab(tab: string): void;
  /** After the record went to the trash; absent: back to where the user came from. */
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
    if (hasStatus(error, 404)) return <MissingRecord {...{ entity, id, error }} />;
    const toList = <Button onClick={() => navigation.go({ to: 'list', entity })}>{model.many(entity)}</Button>;
    return <Failure error={error} retry={() => void refetch()} actions={toList} />;
  }
  if (!page) return <Failure error={new Error(t('no_page'))} />;
  if (!record) return <Skeleton lines={10} height={18} gap={20} />;
  return <LoadedPage {...props} page={page} record={record} />;
}

interface Editing {
  readonly values: RecordData;
  readonly problems: readonly FieldProblem[];
}

interface LoadedPageProps extends RecordPageProps {
  readonly page: Page;
  readonly record: RecordRow;
}

function LoadedPage({ entity, page, record, tab: asked, onTab, onDeleted }: LoadedPageProps): ReactNode {
  const model = useModel();
  const holds = useRecordPredicate(entity, record);
  const canEdit = model.can('update', entity, record);
  // Whoever was interrupted, by a log-in or a closed tab, finds what they typed.
  const [editing, setEditing] = useState<Editing | null>(() => {
    const interrupted = canEdit && readDraft({ user: model.me.user.id, entity, id: record.id }) !== null;
    return interrupted ? { values: {}, problems: [] } : null;
  });
  const tabs = page.tabs.filter((tab) => holds(tab.visible));
  const tab = tabs.find(({ name }) => name === asked) ?? tabs[0];
  const edit: Edit = (values = {}, problems = []) => setEditing({ values, problems });
  const form = [...(tab?.blocks ?? []), ...page.tabs.flatMap(({ blocks }) => blocks)].find(
    (block) => block.type === 'form',
  );

  useKeys({ e: () => edit() }, canEdit && !editing);
  const title = model.title(entity, record);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const blocks = (list: readonly BlockJson[]): ReactNode =>
    list
      .filter((block) => holds(block.visible))
      .map((block, index) => <Block key={index} {...{ block, entity, record, edit, alone: list.length === 1 }} />);
  const side = page.side?.filter((block) => holds(block.visible)) ?? [];
  return (
    <article className={styles.page}>
      <RecordHeader {...{ entity, record, canEdit, onDeleted }} edit={() => edit()} />
      {page.progress && <ProgressBar {...{ entity, record, field: page.progress, edit }} />}
      {page.highlights && page.highlights.length > 0 && <Highlights {...{ entity, record, paths: page.highlights }} />}
      <div className={styles.columns} data-side={side.length > 0}>
        <div className={styles.main}>
          {editing ? (
            <div className={styles.form}>
              <RecordForm
                entity={entity}
                id={record.id}
                values={editing.values}
                problems={editing.problems}
                form={form?.form}
                onSaved={() => setEditing(null)}
                onCancel={() => setEditing(null)}
              />
            </div>
          ) : (
            <TabBar
              label={title}
              tabs={tabs.map(({ name, label }) => ({ name, label: model.label(label, name) }))}
              chosen={tab?.name ?? ''}
              choose={onTab}
            >
              {tab && blocks(tab.blocks)}
            </TabBar>
          )}
        </div>
        {side.length > 0 && <aside className={styles.side}>{blocks(side)}</aside>}
      </div>
    </article>
  );
}
