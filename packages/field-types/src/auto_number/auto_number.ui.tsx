// How an automatic number looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const autoNumberCell: CellSide<FieldOf<'auto_number'>, WireOf<'auto_number'>> = {
  Cell: AutoNumberCell,
  align: 'start',
  width: 168,
};

function AutoNumberCell({ value, density }: CellProps<FieldOf<'auto_number'>, WireOf<'auto_number'>>): ReactNode {
  return (
    <Line density={density} look="code">
      {value}
    </Line>
  );
}
