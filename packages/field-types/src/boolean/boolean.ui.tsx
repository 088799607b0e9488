// How yes or no looks in lists and in read mode.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const booleanCell: CellSide<FieldOf<'boolean'>, WireOf<'boolean'>> = {
  Cell: BooleanCell,
  align: 'start',
  width: 80,
};

function BooleanCell({ value, density }: CellProps<FieldOf<'boolean'>, WireOf<'boolean'>>): ReactNode {
  const { t } = useTranslation('fields');
  return (
    <Line density={density} look={value ? 'text' : 'quiet'}>
      {value ? t('yes') : t('no')}
    </Line>
  );
}
