// How several other records looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Line } from '../ui/line.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const multiLookupCell: CellSide<FieldOf<'multi_lookup'>, WireOf<'multi_lookup'>> = {
  Cell: MultiLookupCell,
  align: 'start',
  width: 200,
};

function MultiLookupCell({
  field,
  value,
  density,
}: CellProps<FieldOf<'multi_lookup'>, WireOf<'multi_lookup'>>): ReactNode {
  return (
    <Line density={density}>
      {value.map((reference, index) => (
        <Fragment key={reference.id}>
          {index > 0 && ', '}
          <RecordLink entity={field.entity} to={reference} />
        </Fragment>
      ))}
    </Line>
  );
}
