// How a decimal number looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatNumber } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const decimalCell: CellSide<FieldOf<'decimal'>, WireOf<'decimal'>> = {
  Cell: DecimalCell,
  align: 'end',
  width: 120,
};

function DecimalCell({ field, value, density }: CellProps<FieldOf<'decimal'>, WireOf<'decimal'>>): ReactNode {
  const { language } = useFieldScreen();
  return (
    <Line density={density} look="number">
      {formatNumber(value, language, { maximumFractionDigits: field.scale ?? 20 })}
    </Line>
  );
}
