// How a bar code looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const barcodeCell: CellSide<FieldOf<'barcode'>, WireOf<'barcode'>> = {
  Cell: BarcodeCell,
  align: 'start',
  width: 140,
};

function BarcodeCell({ value, density }: CellProps<FieldOf<'barcode'>, WireOf<'barcode'>>): ReactNode {
  return (
    <Line density={density} look="code">
      {value}
    </Line>
  );
}
