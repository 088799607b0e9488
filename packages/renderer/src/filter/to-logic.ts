// From the builder's filter to JSONLogic. Conditions without a value are left out; an empty filter is `undefined`, not `true`.
import { isComplete, type FilterValue, type Group, type Item, type Operator, type Rule, type Span } from './filter.ts';

export interface FieldFacts {
  /** Whether the field holds instants: spans then run from `$now`, with times of day. */
  isInstant(path: string): boolean;
}

export function toLogic(group: Group, facts: FieldFacts): unknown {
  const items = group.items.flatMap((item) => itemLogic(item, facts));
  if (items.length === 0) return undefined;
  return items.length === 1 ? items[0] : { [group.join]: items };
}

/** Several filters at once: the view's own and the user's. */
export function allOf(...filters: readonly unknown[]): unknown {
  const given = filters.filter((filter) => filter !== undefined && filter !== true);
  return given.length > 1 ? { and: given } : given[0];
}

function itemLogic(item: Item, facts: FieldFacts): readonly unknown[] {
  if (item.kind === 'other') return [item.logic];
  if (item.kind === 'group') {
    const logic = toLogic(item, facts);
    return logic === undefined ? [] : [logic];
  }
  return isComplete(item) ? [ruleLogic(item, facts)] : [];
}

function ruleLogic(rule: Rule, facts: FieldFacts): unknown {
  const field = { var: rule.field };
  const now = { var: facts.isInstant(rule.field) ? '$now' : '$today' };
  const value = valueLogic(rule.value);
  switch (rule.operator) {
    case 'not_in':
      return { '!': { in: [field, value] } };
    case 'not_contains':
      return { '!': { contains: [field, value] } };
    case 'has_none':
      return { '!': { has_any: [field, value] } };
    case 'is_filled':
      return { '!': { is_blank: [field] } };
    case 'is_blank':
      return { is_blank: [field] };
    case 'between': {
      const [from, to] = Array.isArray(value) ? value : [];
      return { '<=': [from, field, to] };
    }
    case 'within':
      return rule.value.kind === 'span' ? { '<=': spanLogic(rule.value.span, field, now) } : true;
    default:
      return { [names[rule.operator]]: [field, value] };
  }
}

/** Operators that are one operator of JSONLogic with the field and a value. */
export const plainOperators = [
  'is',
  'is_not',
  'in',
  'contains',
  'starts_with',
  'less',
  'at_most',
  'greater',
  'at_least',
  'has_any',
  'has_all',
] as const satisfies readonly Operator[];

export const names: Readonly<Record<(typeof plainOperators)[number], string>> = {
  is: '==',
  is_not: '!=',
  in: 'in',
  contains: 'contains',
  starts_with: 'starts_with',
  less: '<',
  at_most: '<=',
  greater: '>',
  at_least: '>=',
  has_any: 'has_any',
  has_all: 'has_all',
};

function valueLogic(value: FilterValue): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'me':
      return { var: '$user.id' };
    case 'today':
    case 'now':
      return value.days === 0
        ? { var: `$${value.kind}` }
        : { date_add: [{ var: `$${value.kind}` }, value.days, 'day'] };
    case 'edge':
      return { [`${value.edge}_of`]: [{ var: '$today' }, value.period] };
    case 'span':
      return undefined;
  }
}

function spanLogic(span: Span, field: unknown, now: unknown): readonly unknown[] {
  switch (span.span) {
    case 'period': {
      const day = span.offset === 0 ? now : { date_add: [now, ...offsetOf(span.period, span.offset)] };
      return [{ start_of: [day, span.period] }, field, { end_of: [day, span.period] }];
    }
    case 'last':
      return [{ date_add: [now, -span.count, span.unit] }, field, now];
    case 'next':
      return [now, field, { date_add: [now, span.count, span.unit] }];
  }
}

/** Quarters are counted in months: `date_add` has no unit of its own for them. */
function offsetOf(period: string, offset: number): readonly [number, string] {
  return period === 'quarter' ? [offset * 3, 'month'] : [offset, period];
}
