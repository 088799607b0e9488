// JSONLogic writes the operands of `missing` as names alone. Here each stands before what it is the name of, so that fields are
// seen as such by whoever looks for them; the names alone are a short form of that.
import type { Expression } from './ast.ts';

/** How many operands stand before the names. */
export const namesBegin: ReadonlyMap<string, number> = new Map([
  ['missing', 0],
  ['missing_some', 1],
]);

/** `["title"]` as `["title", {"var": "title"}]`; lists of names are taken apart. */
export function withFields(op: string, operands: readonly unknown[]): readonly unknown[] {
  const first = namesBegin.get(op);
  if (first === undefined) return operands;
  const names: readonly unknown[] = operands.slice(first).flat();
  const pairs = names.flatMap((name, index): readonly unknown[] => {
    const isAlone = typeof name === 'string' && !isExpression(names[index + 1]);
    return isAlone ? [name, { var: name }] : [name];
  });
  return [...operands.slice(0, first), ...pairs];
}

/** Without the fields that are called as their names say. */
export function withoutFields(op: string, operands: readonly Expression[]): readonly Expression[] {
  const first = namesBegin.get(op);
  if (first === undefined || !isInTurns(operands.slice(first))) return operands;
  return operands.filter((operand, index) => {
    const name = operands[index - 1];
    const isValue = index >= first && (index - first) % 2 === 1 && name?.kind === 'literal';
    return !(isValue && operand.kind === 'var' && operand.path.join('.') === name.value);
  });
}

function isInTurns(operands: readonly Expression[]): boolean {
  const isName = (operand: Expression) => operand.kind === 'literal' && typeof operand.value === 'string';
  return operands.length % 2 === 0 && operands.every((operand, index) => isName(operand) === (index % 2 === 0));
}

function isExpression(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
