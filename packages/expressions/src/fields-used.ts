// The fields of the record that an expression reads, each path once: for dependencies, and for the question whether somebody
// may ask this at all. `$record.x` and `$old.x` are x; $user, $now and $today are no fields.
import type { Expression } from './ast.ts';

export function fieldsUsed(expression: Expression): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  collect(expression, found);
  return [...found.values()];
}

function collect(expression: Expression, found: Map<string, readonly string[]>): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'list':
      for (const item of expression.items) collect(item, found);
      return;
    case 'call':
      for (const arg of expression.args) collect(arg, found);
      return;
    case 'var': {
      const [first = '', ...rest] = expression.path;
      const path = first === '$record' || first === '$old' ? rest : first.startsWith('$') ? [] : expression.path;
      if (path.length > 0) found.set(path.join('.'), path);
    }
  }
}
