// How a duration looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatDuration } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const durationCell: CellSide<FieldOf<'duration'>, WireOf<'duration'>> = {
  Cell: DurationCell,
  align: 'end',
  width: 100,
};

function DurationCell({ value, density }: CellProps<FieldOf<'duration'>, WireOf<'duration'>>): ReactNode {
  return (
    <Line density={density} look="number">
      {formatDuration(value)}
    </Line>
  );
}
