// How a longer text looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const longTextCell: CellSide<FieldOf<'long_text'>, WireOf<'long_text'>> = {
  Cell: LongTextCell,
  align: 'start',
  width: 280,
};

function LongTextCell({ value, density }: CellProps<FieldOf<'long_text'>, WireOf<'long_text'>>): ReactNode {
  return <Line density={density}>{value}</Line>;
}
