// How a time of day looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const timeCell: CellSide<FieldOf<'time'>, WireOf<'time'>> = { Cell: TimeCell, align: 'start', width: 90 };

function TimeCell({ value, density }: CellProps<FieldOf<'time'>, WireOf<'time'>>): ReactNode {
  return (
    <Line density={density} look="number">
      {value.replace(/:00$/, '')}
    </Line>
  );
}
