// A date of a condition: today, some days before or after, or one from the calendar.
import { useId, type ReactNode } from 'react';
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Widget } from '@trellis/field-types/widgets';
import type { PublishedField } from '@trellis/client/metadata';
import { blank, type FilterValue } from './filter.ts';
import { valueKindOf } from './operators-of.ts';

interface RelativeDateInputProps {
  readonly field: PublishedField;
  readonly value: FilterValue;
  onChange(value: FilterValue): void;
}

type Way = 'today' | 'before' | 'after' | 'exact' | 'edge';

export function RelativeDateInput({ field, value, onChange }: RelativeDateInputProps): ReactNode {
  const { t } = useTranslation('filter');
  const id = useId();
  const base = valueKindOf(field) === 'instant' ? 'now' : 'today';
  const way = wayOf(value);
  const days = value.kind === 'today' || value.kind === 'now' ? Math.abs(value.days) : 0;
  const sign = way === 'before' ? -1 : 1;
  return (
    <>
      {(way === 'before' || way === 'after') && (
        <InputNumber
          aria-label={t('number_of_days')}
          min={1}
          max={3650}
          value={days}
          style={{ width: 64 }}
          onChange={(count) => onChange({ kind: base, days: sign * (count ?? 1) })}
        />
      )}
      <Select<Way>
        aria-label={t('value')}
        value={way}
        options={[
          { value: 'today', label: t(base) },
          { value: 'before', label: t('relative_before') },
          { value: 'after', label: t('relative_after') },
          { value: 'exact', label: t('exact_date') },
          ...(value.kind === 'edge'
            ? [{ value: 'edge' as const, label: t(`edge_${value.edge}_${value.period}`) }]
            : []),
        ]}
        onChange={(next) => onChange(startOf(next, base, value))}
        popupMatchSelectWidth={false}
      />
      {way === 'exact' && (
        <Widget
          id={id}
          field={{ type: field.type }}
          name="value"
          label={t('value')}
          value={value.kind === 'literal' ? value.value : null}
          onChange={(date) => onChange({ kind: 'literal', value: date })}
        />
      )}
    </>
  );
}

function wayOf(value: FilterValue): Way {
  if (value.kind === 'edge') return 'edge';
  if (value.kind !== 'today' && value.kind !== 'now') return 'exact';
  if (value.days === 0) return 'today';
  return value.days < 0 ? 'before' : 'after';
}

function startOf(way: Way, base: 'today' | 'now', before: FilterValue): FilterValue {
  switch (way) {
    case 'today':
      return { kind: base, days: 0 };
    case 'before':
      return { kind: base, days: -7 };
    case 'after':
      return { kind: base, days: 7 };
    case 'edge':
      return before;
    case 'exact':
      return blank;
  }
}
