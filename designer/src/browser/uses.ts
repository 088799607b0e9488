// Uses of an item as people count them: a form that shows a field is one use, in however many places it names it.
import type { ReferenceUse } from '@trellis/client/wire';

export interface Use {
  readonly kind: string;
  readonly name: string;
  /** What of the using entity it is: another field, a rule, an index. */
  readonly part?: { readonly group: string; readonly name: string };
}

/** By member; the item itself under the empty name. An item's uses of its own name are no uses. */
export function groupUses(references: readonly ReferenceUse[]): ReadonlyMap<string, readonly Use[]> {
  const grouped = new Map<string, Map<string, Use>>();
  for (const { from, to } of references) {
    const member = to.member ?? '';
    const use = useOf(from);
    const uses = grouped.get(member) ?? new Map<string, Use>();
    uses.set(JSON.stringify(use), use);
    grouped.set(member, uses);
  }
  return new Map([...grouped].map(([member, uses]) => [member, [...uses.values()]]));
}

function useOf({ kind, name, path }: ReferenceUse['from']): Use {
  const [, group = '', part] = path.split('/');
  const isPart =
    kind === 'entity' && part !== undefined && (group === 'fields' || group === 'rules' || group === 'indexes');
  return isPart ? { kind, name, part: { group, name: part } } : { kind, name };
}
