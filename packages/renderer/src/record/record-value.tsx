// A value of a record as lists, cards and pages show it: the cell of its field's type, marked where it is overdue.
import type { ReactNode } from 'react';
import { Cell } from '@trellis/field-types/ui';
import { holderOf, valueAt } from '../list/list-request.ts';
import { useModel, type RecordData } from '../model.ts';
import { dueWhile } from '../overdue/due-while.ts';
import { OverdueMark } from '../overdue/overdue-mark.tsx';
import { useOverdue } from '../overdue/use-overdue.ts';

interface RecordValueProps {
  readonly entity: string;
  readonly record: RecordData;
  /** A field of the record, or a path through look-ups. */
  readonly path: string;
  readonly density?: 'line' | 'full';
  /** Of a table of rows: the fields of each row. */
  readonly columns?: readonly string[] | undefined;
}

export function RecordValue(props: RecordValueProps): ReactNode {
  const { entity, record, path, density = 'line', columns } = props;
  const at = useModel().field(entity, path);
  if (!at) return null;
  const { field, name } = at;
  const cell = (
    <Cell {...{ field, name, density, columns }} value={valueAt(record, path)} record={holderOf(record, path)} />
  );
  return dueWhile(field) === undefined ? cell : <DueValue {...props}>{cell}</DueValue>;
}

function DueValue({ entity, record, path, children }: RecordValueProps & { readonly children: ReactNode }): ReactNode {
  const isOverdue = useOverdue(entity, path);
  return isOverdue(record) ? <OverdueMark>{children}</OverdueMark> : children;
}
