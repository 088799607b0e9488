// The filter operators and measures that families of types share.
import type { FilterOperator, Measure } from './contract.ts';

export const textOperators: readonly FilterOperator[] = ['==', '!=', 'in', 'contains', 'starts_with', 'is_blank'];
export const orderedOperators: readonly FilterOperator[] = [
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'in',
  'is_blank',
];
export const choiceOperators: readonly FilterOperator[] = ['==', '!=', 'in', 'is_blank'];
export const listOperators: readonly FilterOperator[] = ['has_any', 'has_all', 'is_blank'];
/** For values that are only there or not there. */
export const presenceOperators: readonly FilterOperator[] = ['is_blank'];

export const countMeasures: readonly Measure[] = ['count', 'count_distinct'];
export const orderedMeasures: readonly Measure[] = ['count', 'count_distinct', 'min', 'max'];
export const averageMeasures: readonly Measure[] = ['count', 'count_distinct', 'avg', 'min', 'max'];
export const numberMeasures: readonly Measure[] = ['count', 'count_distinct', 'sum', 'avg', 'min', 'max'];
/** For values that cannot be told apart in a group. */
export const presenceMeasures: readonly Measure[] = ['count'];
