// What an operand says that check lets through only where it is written out.
import type { TypedExpression } from '../typed.ts';

export function textOf(node: TypedExpression | undefined): string | undefined {
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}

export function wholeOf(node: TypedExpression | undefined): number | undefined {
  return node?.kind === 'literal' && Number.isInteger(node.value) ? Number(node.value) : undefined;
}
