// How a line of text looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const textCell: CellSide<FieldOf<'text'>, WireOf<'text'>> = { Cell: TextCell, align: 'start', width: 200 };

function TextCell({ value, density }: CellProps<FieldOf<'text'>, WireOf<'text'>>): ReactNode {
  return <Line density={density}>{value}</Line>;
}
