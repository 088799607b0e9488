// From JSONLogic to the builder's filter: the inverse of to-logic. What it has no shape for stays whole, as `other`, so that opening
// a filter in the builder never changes what it means.
import {
  periods,
  units,
  type FilterValue,
  type Group,
  type Item,
  type Operator,
  type Rule,
  type Span,
} from './filter.ts';
import { names, plainOperators } from './to-logic.ts';

export function fromLogic(logic: unknown): Group {
  if (logic === undefined || logic === null || logic === true) return { kind: 'group', join: 'and', items: [] };
  const item = itemOf(logic);
  return item.kind === 'group' ? item : { kind: 'group', join: 'and', items: [item] };
}

function itemOf(logic: unknown): Item {
  const call = callOf(logic);
  if (!call) return { kind: 'other', logic };
  const { name, args } = call;
  if (name === 'and' || name === 'or') return { kind: 'group', join: name, items: args.map(itemOf) };
  return ruleOf(name, args) ?? { kind: 'other', logic };
}

function ruleOf(name: string, args: readonly unknown[]): Rule | undefined {
  if (name === '!') return negatedRule(args[0]);
  if (name === 'is_blank') return rule(args[0], 'is_blank', { kind: 'literal', value: null });
  if (name === '<=' && args.length === 3) return betweenRule(args);
  const operator = operatorsByName.get(name);
  const value = operator && args.length === 2 ? valueOf(args[1]) : undefined;
  return operator && value ? rule(args[0], operator, value) : undefined;
}

function negatedRule(logic: unknown): Rule | undefined {
  const call = callOf(logic);
  const inner = call && ruleOf(call.name, call.args);
  const operator = inner && negations[inner.operator];
  return inner && operator ? { ...inner, operator } : undefined;
}

function betweenRule([from, field, to]: readonly unknown[]): Rule | undefined {
  const span = spanOf(from, to);
  if (span) return rule(field, 'within', { kind: 'span', span });
  if (callOf(from) || callOf(to)) return undefined;
  return rule(field, 'between', { kind: 'literal', value: [from, to] });
}

function rule(field: unknown, operator: Operator, value: FilterValue): Rule | undefined {
  const path = variableOf(field);
  return path === undefined || path.startsWith('$') ? undefined : { kind: 'rule', field: path, operator, value };
}

function valueOf(logic: unknown): FilterValue | undefined {
  const variable = variableOf(logic);
  if (variable === '$user.id') return { kind: 'me' };
  const moment = momentOf(logic);
  if (moment) return { kind: moment, days: 0 };
  const call = callOf(logic);
  if (!call) return { kind: 'literal', value: logic };
  const [day, amount, unit] = call.args;
  const base = momentOf(day);
  if (call.name === 'date_add' && base && typeof amount === 'number' && unit === 'day')
    return { kind: base, days: amount };
  const period = periods.find((known) => known === amount);
  if (base !== 'today' || !period) return undefined;
  if (call.name === 'start_of') return { kind: 'edge', edge: 'start', period };
  return call.name === 'end_of' ? { kind: 'edge', edge: 'end', period } : undefined;
}

function spanOf(from: unknown, to: unknown): Span | undefined {
  const start = callOf(from);
  const end = callOf(to);
  if (start?.name === 'start_of' && end?.name === 'end_of') {
    const period = periods.find((known) => known === start.args[1] && known === end.args[1]);
    const offset = offsetOf(start.args[0], period);
    const same = JSON.stringify(start.args[0]) === JSON.stringify(end.args[0]);
    return period && offset !== undefined && same ? { span: 'period', period, offset } : undefined;
  }
  if (isNow(to) && start?.name === 'date_add') return countedSpan('last', start.args, -1);
  if (isNow(from) && end?.name === 'date_add') return countedSpan('next', end.args, 1);
  return undefined;
}

function offsetOf(day: unknown, period: string | undefined): -1 | 0 | 1 | undefined {
  if (isNow(day)) return 0;
  const call = callOf(day);
  if (call?.name !== 'date_add' || !isNow(call.args[0])) return undefined;
  const [, amount, unit] = call.args;
  const step = period === 'quarter' ? 3 : 1;
  if (unit !== (period === 'quarter' ? 'month' : period)) return undefined;
  return amount === step ? 1 : amount === -step ? -1 : undefined;
}

function countedSpan(span: 'last' | 'next', args: readonly unknown[], sign: 1 | -1): Span | undefined {
  const unit = units.find((known) => known === args[2]);
  const count = typeof args[1] === 'number' ? args[1] * sign : 0;
  return isNow(args[0]) && unit && count > 0 ? { span, count, unit } : undefined;
}

function isNow(logic: unknown): boolean {
  return momentOf(logic) !== undefined;
}

function momentOf(logic: unknown): 'today' | 'now' | undefined {
  const variable = variableOf(logic);
  return variable === '$today' ? 'today' : variable === '$now' ? 'now' : undefined;
}

function variableOf(logic: unknown): string | undefined {
  const call = callOf(logic);
  const path = call?.name === 'var' ? call.args[0] : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** `{ name: args }`; one argument may stand without its list. */
function callOf(logic: unknown): { name: string; args: readonly unknown[] } | undefined {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return undefined;
  const [entry, ...others] = Object.entries(logic);
  if (!entry || others.length > 0) return undefined;
  const [name, args] = entry;
  return { name, args: Array.isArray(args) ? args : [args] };
}

const operatorsByName: ReadonlyMap<string, Operator> = new Map(
  plainOperators.map((operator) => [names[operator], operator]),
);

const negations: Partial<Record<Operator, Operator>> = {
  in: 'not_in',
  contains: 'not_contains',
  has_any: 'has_none',
  is_blank: 'is_filled',
};
