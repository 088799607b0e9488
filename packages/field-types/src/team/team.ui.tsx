// How a team looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const teamCell: CellSide<FieldOf<'team'>, WireOf<'team'>> = { Cell: TeamCell, align: 'start', width: 140 };

function TeamCell({ value, density }: CellProps<FieldOf<'team'>, WireOf<'team'>>): ReactNode {
  return <Line density={density}>{value.title}</Line>;
}
