// One record as a card: its title, the first number at its side, then the other columns as far as they have a value.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import { Cell, cellOf, isBlank } from '@trellis/field-types/ui';
import type { Column } from '../list/columns.ts';
import { holderOf, valueAt } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import { RecordTitle } from '../table/record-title.tsx';
import styles from './card-list.module.css';

const shownColumns = 5;

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
  const title = model.entity(entity)?.title;
  const filled = columns.filter(({ path }) => path !== title && !isBlank(valueAt(record, path)));
  const figure = filled.find(({ field }) => cellOf(field).align === 'end');
  const others = filled.filter((column) => column !== figure).slice(0, shownColumns);
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <RecordTitle entity={entity} record={record} />
        {figure && (
          <span className={styles.figure}>
            <Value record={record} column={figure} />
          </span>
        )}
      </div>
      {others.length > 0 && (
        <dl className={styles.values}>
          {others.map((column) => (
            <div key={column.path} className={styles.value}>
              <dt className="visually-hidden">{column.label}</dt>
              <dd>
                <Value record={record} column={column} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

function Value({ record, column }: { record: RecordRow; column: Column }): ReactNode {
  const name = column.path.slice(column.path.lastIndexOf('.') + 1);
  return (
    <Cell
      field={column.field}
      name={name}
      value={valueAt(record, column.path)}
      record={holderOf(record, column.path)}
    />
  );
}
