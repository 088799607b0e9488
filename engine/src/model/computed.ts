// Computed fields as the engine works with them. Formulas and looked-up fields become expressions over stored fields and look-ups
// (expand.ts); a roll-up stays a value of its own, gathered by a sub-select or kept in a column.
import type { Expression } from '@trellis/expressions/ast';
import { parseExpression } from '@trellis/expressions/parse';
import { isKeptRollup } from '@trellis/metadata/computed';
import type { Field } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import type { Computed, ComputedMember } from './model.ts';

/** Without what needs the other entities: see `completeComputed`. */
export function declareComputed(metadata: Metadata, field: ComputedMember, result: Field): Computed {
  switch (field.type) {
    case 'formula':
      return { kind: 'expression', written: rounded(parsed(field.expression), result), expanded: null };
    case 'looked_up': {
      const path = [...field.via.split('.'), field.field];
      return { kind: 'expression', written: { kind: 'var', path }, expanded: null };
    }
    case 'rollup':
      return { kind: 'rollup', definition: field, filter: null, kept: isKeptRollup(metadata, field) };
  }
}

/** How many decimals a number is rounded to before anybody sees it; null: it is left as it is. */
export function decimalsOf(field: Field): number | null {
  if (field.type === 'integer') return 0;
  if (field.type === 'currency') return field.scale ?? 2;
  return 'scale' in field && field.scale !== undefined ? field.scale : null;
}

function rounded(expression: Expression, result: Field): Expression {
  const decimals = decimalsOf(result);
  if (decimals === null) return expression;
  return { kind: 'call', op: 'round', args: [expression, { kind: 'literal', value: decimals }] };
}

/** Validated already: a problem here is a bug of the validator. */
function parsed(json: unknown): Expression {
  const result = parseExpression(json);
  if (!result.ok) throw new Error(`validated formula does not parse: ${JSON.stringify(json)}`);
  return result.value;
}
