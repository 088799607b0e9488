// How a rating in stars looks in lists and in read mode.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../ui/field.module.css';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const ratingCell: CellSide<FieldOf<'rating'>, WireOf<'rating'>> = {
  Cell: RatingCell,
  align: 'start',
  width: 110,
};

function RatingCell({ field, value }: CellProps<FieldOf<'rating'>, WireOf<'rating'>>): ReactNode {
  const { t } = useTranslation('fields');
  const highest = field.max ?? 5;
  return (
    <span className={styles.stars} role="img" aria-label={t('stars', { value, highest })}>
      {'★'.repeat(value)}
      <span>{'☆'.repeat(Math.max(highest - value, 0))}</span>
    </span>
  );
}
