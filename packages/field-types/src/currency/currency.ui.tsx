// How an amount of money looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatMoney } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const currencyCell: CellSide<FieldOf<'currency'>, WireOf<'currency'>> = {
  Cell: CurrencyCell,
  align: 'end',
  width: 130,
};

function CurrencyCell({ name, value, record, density }: CellProps<FieldOf<'currency'>, WireOf<'currency'>>): ReactNode {
  const { language, currency } = useFieldScreen();
  const own = record?.[`${name}_currency`];
  return (
    <Line density={density} look="number">
      {formatMoney(value, language, typeof own === 'string' ? own : currency)}
    </Line>
  );
}
