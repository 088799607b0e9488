// What an expression may cost at most, known before it runs: every part counts, as often as the rows and lists around it make it
// run. Of a list that is no longer known than by its limit that limit counts; of rows, which are as many as there are, a few.
import { mostMembers } from './limits.ts';
import type { Source, TypedExpression } from './typed.ts';

/** Some seconds at worst, where numbers and texts are as long as they can be. */
export const costLimit = 1_000_000;

const likelyRows = 20;

/** Looking through so many characters takes as long as a comparison. */
const longText = 1_000;

interface Around {
  /** How often what stands here runs. */
  readonly times: number;
  /** How many members the lists around come to. */
  readonly reach: number;
}

export function costOf(node: TypedExpression, around: Around = { times: 1, reach: 1 }): number {
  const all = (nodes: readonly (TypedExpression | undefined)[], inside: Around) =>
    nodes.reduce((sum, part) => sum + (part === undefined ? 0 : costOf(part, inside)), 0);
  switch (node.kind) {
    case 'literal':
      return around.times * (typeof node.value === 'string' ? 1 + node.value.length / longText : 1);
    case 'var':
    case 'member':
      return around.times;
    case 'list':
      return around.times + all(node.items, around);
    case 'call':
      return around.times * (node.signature.weight ?? 1) + all(node.args, around);
    case 'fold':
      return (
        around.times +
        all([node.list, node.initial], around) +
        all([node.step], beside({ kind: 'members', list: node.list }, around))
      );
    case 'each': {
      const { source, value, condition } = node;
      const list = source.kind === 'rows' ? 0 : all([source.list], around);
      return around.times + list + all([value, condition], beside(source, around));
    }
  }
}

/** Lists within one another come to no more than the limit together. */
function beside(source: Source, { times, reach }: Around): Around {
  const further = Math.max(reach, Math.min(reach * lengthOf(source), mostMembers));
  return { times: (times * further) / reach, reach: further };
}

function lengthOf(source: Source): number {
  if (source.kind === 'rows') return likelyRows;
  return source.list.kind === 'list' ? source.list.items.length : mostMembers;
}
