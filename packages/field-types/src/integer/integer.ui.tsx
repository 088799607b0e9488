// How a whole number looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatNumber } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const integerCell: CellSide<FieldOf<'integer'>, WireOf<'integer'>> = {
  Cell: IntegerCell,
  align: 'end',
  width: 110,
};

function IntegerCell({ value, density }: CellProps<FieldOf<'integer'>, WireOf<'integer'>>): ReactNode {
  const { language } = useFieldScreen();
  return (
    <Line density={density} look="number">
      {formatNumber(value, language)}
    </Line>
  );
}
