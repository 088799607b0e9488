// Stars to click, or to choose with the arrow keys.
import type { ReactNode } from 'react';
import { Rate } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const ratingWidget: WidgetSide<FieldOf<'rating'>, WireOf<'rating'>> = { Widget: RatingWidget };

function RatingWidget({
  field,
  value,
  onChange,
  id,
  label,
  readOnly,
  describedBy,
}: WidgetProps<FieldOf<'rating'>, WireOf<'rating'>>): ReactNode {
  const { t } = useTranslation('fields');
  return (
    <Rate
      id={id}
      count={field.max ?? 5}
      value={value ?? 0}
      onChange={(stars) => onChange(stars === 0 ? null : stars)}
      character={({ index = 0, value: shown = 0 }) => (index < shown ? '★' : '☆')}
      disabled={readOnly ?? false}
      aria-label={label ?? t('rating')}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
    />
  );
}
