// The head of a group in a table: folds it; says its value, how many rows, and what they come to.
import type { ReactNode } from 'react';
import type { CustomCellRendererProps } from 'ag-grid-react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { Cell, isBlank } from '@trellis/field-types/ui';
import { Icon } from '@trellis/ui/icon';
import type { Column } from '../list/columns.ts';
import { useModel } from '../model.ts';
import { isGroupHead } from './grouped-source.ts';
import styles from './group-row.module.css';

export interface GroupRowParams {
  readonly entity: string;
  readonly by: string;
  readonly columns: readonly Column[];
  isFolded(key: string): boolean;
  toggle(key: string): void;
}

export function GroupRow({
  data,
  entity,
  by,
  columns,
  isFolded,
  toggle,
}: CustomCellRendererProps<RecordRow> & GroupRowParams): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const at = model.field(entity, by);
  if (!isGroupHead(data) || !at) return null;
  const { key, shown, count, figures } = data.$group;
  const totals = columns.filter(({ path, total }) => total && !path.includes('.'));
  return (
    <div className={styles.group} role="gridcell">
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!isFolded(key)}
        aria-label={t('fold_group')}
        onClick={() => toggle(key)}
      >
        <Icon name={isFolded(key) ? 'chevron-right' : 'chevron-down'} size={15} />
      </button>
      <span className={styles.value}>
        {isBlank(shown) ? (
          <span className={styles.none}>{t('no_value')}</span>
        ) : (
          <Cell field={at.field} name={by} value={shown} />
        )}
      </span>
      <span className={styles.count}>{new Intl.NumberFormat(model.language).format(count)}</span>
      {totals.map((column) => (
        <span key={column.path} className={styles.total}>
          {column.label}
          <Cell field={column.field} name={column.path} value={figures[`${column.total}_${column.path}`]} />
        </span>
      ))}
    </div>
  );
}
