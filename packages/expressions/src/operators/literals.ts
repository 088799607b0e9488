// What an operand says that check lets through only where it is written out.
import type { TypedExpression } from '../typed.ts';

export function textOf(node: TypedExpression | undefined): string | undefined {
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** One of a closed list of words. */
export function wordOf<Word extends string>(node: TypedExpression | undefined, words: readonly Word[]): Word {
  const word = words.find((known) => node?.kind === 'literal' && node.value === known);
  if (word === undefined) throw new Error('A word has to be written out.');
  return word;
}

export function wholeOf(node: TypedExpression | undefined): number | undefined {
  return node?.kind === 'literal' && Number.isInteger(node.value) ? Number(node.value) : undefined;
}
