// How another record looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const lookupCell: CellSide<FieldOf<'lookup'>, WireOf<'lookup'>> = {
  Cell: LookupCell,
  align: 'start',
  width: 180,
};

function LookupCell({ field, value, density }: CellProps<FieldOf<'lookup'>, WireOf<'lookup'>>): ReactNode {
  return (
    <Line density={density}>
      <RecordLink entity={field.entity} to={value} />
    </Line>
  );
}
