// One record as a card: its title, the list's first number at its side, then the other columns as far as they have a value.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import type { Column } from '../list/columns.ts';
import { useModel } from '../model.ts';
import { RecordValue } from '../record/record-value.tsx';
import { RecordTitle } from '../table/record-title.tsx';
import { cardColumns } from './card-columns.ts';
import styles from './card-list.module.css';

export function ListCard({
  entity,
  record,
  columns,
}: {
  entity: string;
  record: RecordRow;
  columns: readonly Column[];
}): ReactNode {
  const model = useModel();
  const { figure, others } = cardColumns(columns, record, model.entity(entity)?.title);
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <RecordTitle entity={entity} record={record} />
        {figure && (
          <span className={styles.figure}>
            <RecordValue entity={entity} record={record} path={figure.path} />
          </span>
        )}
      </div>
      {others.length > 0 && (
        <dl className={styles.values}>
          {others.map((column) => (
            <div key={column.path} className={styles.value}>
              <dt className="visually-hidden">{column.label}</dt>
              <dd>
                <RecordValue entity={entity} record={record} path={column.path} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
