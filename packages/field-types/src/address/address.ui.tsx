// How a postal address looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import { addressText } from './address-text.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const addressCell: CellSide<FieldOf<'address'>, WireOf<'address'>> = {
  Cell: AddressCell,
  align: 'start',
  width: 240,
};

function AddressCell({ value, density }: CellProps<FieldOf<'address'>, WireOf<'address'>>): ReactNode {
  const { language } = useFieldScreen();
  return <Line density={density}>{addressText(value, language)}</Line>;
}
