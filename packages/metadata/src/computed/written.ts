// What a formula or a looked-up field stands for, as an expression over a record of its entity.
import type { Expression } from '@trellis/expressions/ast';
import { parseExpression } from '@trellis/expressions/parse';
import type { Field } from '../kinds.ts';
import type { ComputedField } from './value-field.ts';

/** Of metadata that was validated. Numbers are rounded to what `result`, the field that its values are of, shows of them. */
export function writtenExpression(field: Exclude<ComputedField, { type: 'rollup' }>, result: Field): Expression {
  if (field.type === 'looked_up') return { kind: 'var', path: [...field.via.split('.'), field.field] };
  const decimals = decimalsOf(result);
  const expression = parsed(field.expression);
  if (decimals === null) return expression;
  return { kind: 'call', op: 'round', args: [expression, { kind: 'literal', value: decimals }] };
}

/** How many decimals a number is rounded to before anybody sees it; null: it is left as it is. */
export function decimalsOf(field: Field): number | null {
  if (field.type === 'integer') return 0;
  if (field.type === 'currency') return field.scale ?? 2;
  return 'scale' in field && field.scale !== undefined ? field.scale : null;
}

function parsed(json: unknown): Expression {
  const result = parseExpression(json);
  if (!result.ok) throw new Error(`validated formula does not parse: ${JSON.stringify(json)}`);
  return result.value;
}
