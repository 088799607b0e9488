// What a cell of the grid shows: the field type's own cell; a grey bar while the row is on its way; the title as the link to the record.
import type { ReactNode } from 'react';
import type { CustomCellRendererProps } from 'ag-grid-react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { Cell } from '@trellis/field-types/ui';
import type { Column } from '../list/columns.ts';
import { RecordValue } from '../record/record-value.tsx';
import { RecordTitle } from './record-title.tsx';
import styles from './record-table.module.css';

export interface RecordCellParams {
  readonly column: Column;
  readonly entity: string;
  /** This column names the record, and opens it. */
  readonly isTitle: boolean;
}

export function RecordCell({
  data,
  node,
  column,
  entity,
  isTitle,
}: CustomCellRendererProps<RecordRow> & RecordCellParams): ReactNode {
  if (!data) return <span className={styles.coming} />;
  if (isTitle && node.rowPinned == null) return <RecordTitle entity={entity} record={data} />;
  if (node.rowPinned) return <TotalCell data={data} column={column} />;
  return <RecordValue entity={entity} record={data} path={column.path} />;
}

/** A total says which one it is. */
function TotalCell({ data, column }: { data: RecordRow; column: Column }): ReactNode {
  const { t } = useTranslation('list');
  const value = data[column.path];
  if (!column.total || value === undefined || value === null) return null;
  return (
    <>
      <span className={styles.totalLabel}>{t(`total_${column.total}`)}</span>
      <Cell field={column.field} name={column.path} value={value} />
    </>
  );
}
