// The condition that a field starts with: the first that its type offers, without a value.
import type { Model } from '../model.ts';
import { blank, type FilterValue, type Operator, type Rule } from './filter.ts';
import { operatorsOf, valueKindOf } from './operators-of.ts';
import { offeredSpans } from './spans.ts';

export function newRule(model: Model, entity: string, path: string): Rule | undefined {
  const field = model.field(entity, path)?.field;
  const operators = field ? operatorsOf(field) : [];
  const wanted = field && valueKindOf(field) === 'number' ? preferredOfNumbers : preferred;
  const operator = wanted.find((known) => operators.includes(known)) ?? operators[0];
  return operator && { kind: 'rule', field: path, operator, value: startValue(operator) };
}

/** Changing the condition keeps the value where it still fits. */
export function withOperator(rule: Rule, operator: Operator): Rule {
  const fits = shapeOf(rule.operator) === shapeOf(operator);
  return { ...rule, operator, value: fits ? rule.value : startValue(operator) };
}

const preferred: readonly Operator[] = ['within', 'contains', 'in', 'has_any', 'is'];
/** Numbers are compared; few look for one of a list of them. */
const preferredOfNumbers: readonly Operator[] = ['at_least', 'is'];

function startValue(operator: Operator): FilterValue {
  const [thisDay] = offeredSpans;
  if (operator === 'within' && thisDay) return { kind: 'span', span: thisDay };
  if (shapeOf(operator) === 'list') return { kind: 'literal', value: [] };
  if (operator === 'between') return { kind: 'literal', value: [null, null] };
  return blank;
}

function shapeOf(operator: Operator): 'one' | 'list' | 'pair' | 'span' | 'none' {
  switch (operator) {
    case 'in':
    case 'not_in':
    case 'has_any':
    case 'has_all':
    case 'has_none':
      return 'list';
    case 'between':
      return 'pair';
    case 'within':
      return 'span';
    case 'is_blank':
    case 'is_filled':
      return 'none';
    default:
      return 'one';
  }
}
