// How a place on earth looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const locationCell: CellSide<FieldOf<'location'>, WireOf<'location'>> = {
  Cell: LocationCell,
  align: 'start',
  width: 160,
};

function LocationCell({ value, density }: CellProps<FieldOf<'location'>, WireOf<'location'>>): ReactNode {
  return (
    <Line density={density} look="number">
      {value.latitude.toFixed(5)}, {value.longitude.toFixed(5)}
    </Line>
  );
}
