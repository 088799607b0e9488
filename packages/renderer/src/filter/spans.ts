// The stretches of time that the builder offers, and their names. A span from an address that is not among them is offered as well.
import type { TFunction } from 'i18next';
import type { Span } from './filter.ts';

export const offeredSpans: readonly Span[] = [
  { span: 'period', period: 'day', offset: 0 },
  { span: 'period', period: 'day', offset: -1 },
  { span: 'period', period: 'day', offset: 1 },
  { span: 'period', period: 'week', offset: 0 },
  { span: 'period', period: 'week', offset: -1 },
  { span: 'period', period: 'week', offset: 1 },
  { span: 'period', period: 'month', offset: 0 },
  { span: 'period', period: 'month', offset: -1 },
  { span: 'period', period: 'month', offset: 1 },
  { span: 'period', period: 'quarter', offset: 0 },
  { span: 'period', period: 'quarter', offset: -1 },
  { span: 'period', period: 'quarter', offset: 1 },
  { span: 'period', period: 'year', offset: 0 },
  { span: 'period', period: 'year', offset: -1 },
  { span: 'last', count: 7, unit: 'day' },
  { span: 'last', count: 30, unit: 'day' },
  { span: 'last', count: 90, unit: 'day' },
  { span: 'next', count: 7, unit: 'day' },
  { span: 'next', count: 30, unit: 'day' },
  { span: 'next', count: 90, unit: 'day' },
];

const offsets = { '-1': 'last', '0': 'this', '1': 'next' } as const;

export function spanName(span: Span, t: TFunction<'filter'>): string {
  if (span.span === 'period') return t(`span_${offsets[span.offset]}_${span.period}`);
  return t(`span_${span.span}_${span.unit}s`, { count: span.count });
}

export function isSameSpan(a: Span, b: Span): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
