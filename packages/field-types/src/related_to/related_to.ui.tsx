// How a record of one of several entities looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const relatedToCell: CellSide<FieldOf<'related_to'>, WireOf<'related_to'>> = {
  Cell: RelatedToCell,
  align: 'start',
  width: 180,
};

function RelatedToCell({ value, density }: CellProps<FieldOf<'related_to'>, WireOf<'related_to'>>): ReactNode {
  return (
    <Line density={density}>
      <RecordLink entity={value.entity} to={value} />
    </Line>
  );
}
