// Expression → JSONLogic, in the one canonical form: operands always as a list, a var by its dotted name.
import type { Expression } from './ast.ts';
import { withoutFields } from './missing-operands.ts';
import type { Value } from './types.ts';

export function toJson(expression: Expression): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map(toJson);
    case 'var':
      return { var: expression.path.join('.') };
    case 'call':
      return { [expression.op]: withoutFields(expression.op, expression.args).map(toJson) };
  }
}
