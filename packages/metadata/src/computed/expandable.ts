// Metadata as the expansion of computed fields reads it.
import { membersOf, type Member } from '../members.ts';
import type { Metadata } from '../metadata.ts';
import type { Expandable, ExpandableField } from './expand.ts';
import { writtenExpression } from './written.ts';

export function expandable({ entities }: Metadata): Expandable {
  return {
    get(name) {
      const entity = entities.get(name);
      return entity && { fields: { get: (field) => expandableField(membersOf(entity).get(field)) } };
    },
  };
}

function expandableField(member: Member | undefined): ExpandableField | undefined {
  if (!member) return undefined;
  const { relation = null, computed, field } = member;
  if (!computed) return { relation, computed: null };
  if (computed.type === 'rollup') return { relation, computed: { kind: 'rollup' } };
  return { relation, computed: { kind: 'expression', written: writtenExpression(computed, field) } };
}
