// What can be done with the selected records, at the foot of the list while there are any.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@trellis/ui/keys';
import { ToolButton } from '@trellis/ui/tool-button';
import { useModel } from '../model.ts';
import type { ListQuery } from './list-request.ts';
import type { RowCount } from './row-count.ts';
import { nothingSelected, type Selection } from './selection.ts';
import { useBulk } from './use-bulk.ts';
import styles from './bulk-bar.module.css';

const BulkEdit = lazy(() => import('./bulk-edit.tsx').then((file) => ({ default: file.BulkEdit })));

interface BulkBarProps {
  readonly entity: string;
  readonly query: ListQuery;
  readonly selection: Selection;
  readonly count: RowCount | undefined;
  onSelect(selection: Selection): void;
}

export function BulkBar({ entity, query, selection, count, onSelect }: BulkBarProps): ReactNode {
  const { t } = useTranslation(['list', 'common']);
  const model = useModel();
  const bulk = useBulk(entity, query);
  const [editing, setEditing] = useState(false);
  const clear = (): void => onSelect(nothingSelected);
  const selected = selection.all || selection.ids.length > 0;
  const single = !selection.all && selection.ids.length === 1;
  const may = (action: string): boolean => model.can(action, entity) && (single || model.can('bulk', entity));
  useKeys({ escape: clear }, selected && !editing);
  if (!selected) return null;

  const words = selection.all
    ? t('selected_all', { count: count?.count ?? 0 })
    : t('selected', { count: selection.ids.length });
  const change = async (field: string, value: unknown): Promise<void> => {
    setEditing(false);
    await bulk.change(selection, field, value);
    clear();
  };
  return (
    <div className={styles.bar} role="region" aria-label={words}>
      <span className={styles.count} role="status">
        {bulk.progress ? t('bulk_progress', bulk.progress) : words}
      </span>
      {may('update') && (
        <Popover
          open={editing}
          onOpenChange={setEditing}
          trigger="click"
          placement="top"
          arrow={false}
          destroyOnHidden
          styles={{ container: { padding: 4 } }}
          content={
            <Suspense>
              <BulkEdit entity={entity} onChange={(field, value) => void change(field, value)} />
            </Suspense>
          }
        >
          <ToolButton icon="pencil" disabled={bulk.progress !== undefined}>
            {t('bulk_edit')}
          </ToolButton>
        </Popover>
      )}
      {may('delete') && (
        <ToolButton
          icon="trash-2"
          disabled={bulk.progress !== undefined}
          onClick={() => void bulk.remove(selection).then(clear)}
        >
          {t('common:delete')}
        </ToolButton>
      )}
      <ToolButton icon="x" aria-label={t('clear_selection')} onClick={clear} />
    </div>
  );
}
