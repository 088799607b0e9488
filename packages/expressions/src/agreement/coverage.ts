// Which meanings expressions have made use of, and all that there are.
import { allEach, allSignatures } from '../operators/registry.ts';
import type { TypedExpression } from '../typed.ts';

export function meanings(): readonly string[] {
  const eachs = allEach().flatMap(({ name, through }) =>
    through === 'both' ? [`${name} of rows`, `${name} of members`] : [`${name} of ${through}`],
  );
  const folds = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'].map((type) => `reduce to ${type}`);
  return [...allSignatures().map(({ name }) => name), ...eachs, ...folds];
}

export function noteMeanings(node: TypedExpression, seen: Set<string>): void {
  if (node.kind === 'call') seen.add(node.signature.name);
  if (node.kind === 'each') seen.add(`${node.each.name} of ${node.source.kind}`);
  if (node.kind === 'fold') seen.add(`reduce to ${node.type}`);
  for (const part of partsOf(node)) noteMeanings(part, seen);
}

export function partsOf(node: TypedExpression): readonly TypedExpression[] {
  switch (node.kind) {
    case 'list':
      return node.items;
    case 'call':
      return node.args;
    case 'each': {
      const list = node.source.kind === 'members' ? node.source.list : undefined;
      return [list, node.value, node.condition].filter((part) => part !== undefined);
    }
    case 'fold':
      return [node.list, node.step, node.initial];
    default:
      return [];
  }
}
