// A filter as people build it: conditions joined by "and" or "or", in groups. It is stored and sent as JSONLogic (to-logic, from-logic);
// this shape lives in the builder only.

export const operators = [
  'is',
  'is_not',
  'in',
  'not_in',
  'contains',
  'not_contains',
  'starts_with',
  'less',
  'at_most',
  'greater',
  'at_least',
  'between',
  'within',
  'has_any',
  'has_all',
  'has_none',
  'is_blank',
  'is_filled',
] as const;
export type Operator = (typeof operators)[number];

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];
export const units = ['day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/** A stretch of time that moves with today. */
export type Span =
  | { readonly span: 'period'; readonly period: Period; readonly offset: -1 | 0 | 1 }
  | { readonly span: 'last' | 'next'; readonly count: number; readonly unit: Unit };

/** A literal, or what depends on who asks and when. */
export type FilterValue =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'me' }
  /** So many days from today, or from this moment. */
  | { readonly kind: 'today' | 'now'; readonly days: number }
  /** Where a period around today begins or ends. */
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly period: Period }
  | { readonly kind: 'span'; readonly span: Span };

export interface Rule {
  readonly kind: 'rule';
  /** A field of the record, or a path through look-ups. */
  readonly field: string;
  readonly operator: Operator;
  readonly value: FilterValue;
}

export interface Group {
  readonly kind: 'group';
  readonly join: 'and' | 'or';
  readonly items: readonly Item[];
}

/** An expression that the builder has no shape for: kept as it is, shown as one piece. */
export interface Other {
  readonly kind: 'other';
  readonly logic: unknown;
}

export type Item = Rule | Group | Other;

export const noFilter: Group = { kind: 'group', join: 'and', items: [] };
export const blank: FilterValue = { kind: 'literal', value: null };

/** These need no value. */
export function isUnary(operator: Operator): boolean {
  return operator === 'is_blank' || operator === 'is_filled';
}

/** A rule whose value is still missing filters nothing yet. */
export function isComplete(rule: Rule): boolean {
  if (isUnary(rule.operator) || rule.value.kind !== 'literal') return true;
  const { value } = rule.value;
  if (Array.isArray(value)) return value.length > 0 && value.every((part) => part !== null && part !== '');
  return value !== null && value !== undefined && value !== '';
}

export function rulesOf(group: Group): readonly Rule[] {
  return group.items.flatMap((item) => (item.kind === 'group' ? rulesOf(item) : item.kind === 'rule' ? [item] : []));
}

/** How many conditions stand in it, those still without a value left out. */
export function countOf(group: Group): number {
  return group.items.reduce((count, item) => {
    if (item.kind === 'group') return count + countOf(item);
    return count + (item.kind === 'other' || isComplete(item) ? 1 : 0);
  }, 0);
}
