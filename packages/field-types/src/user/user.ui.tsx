// How a user looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Person } from '../ui/person.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const userCell: CellSide<FieldOf<'user'>, WireOf<'user'>> = { Cell: UserCell, align: 'start', width: 140 };

function UserCell({ value }: CellProps<FieldOf<'user'>, WireOf<'user'>>): ReactNode {
  return <Person name={value.title} />;
}
