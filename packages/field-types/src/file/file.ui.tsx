// How uploaded files looks in lists and in read mode.
import type { ReactNode } from 'react';
import { filesOf } from './files-of.ts';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const fileCell: CellSide<FieldOf<'file'>, WireOf<'file'>> = { Cell: FileCell, align: 'start', width: 180 };

function FileCell({ value, density }: CellProps<FieldOf<'file'>, WireOf<'file'>>): ReactNode {
  return (
    <Line density={density}>
      {filesOf(value)
        .map((file) => file.name)
        .join(', ')}
    </Line>
  );
}
