// How a person’s name looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const personNameCell: CellSide<FieldOf<'person_name'>, WireOf<'person_name'>> = {
  Cell: PersonNameCell,
  align: 'start',
  width: 160,
};

function PersonNameCell({ value, density }: CellProps<FieldOf<'person_name'>, WireOf<'person_name'>>): ReactNode {
  return <Line density={density}>{value.full}</Line>;
}
