// Whether a formula can have an index: it is worked out from its own row, and PostgreSQL takes what it comes to as a key.
import { check } from '@trellis/expressions/check';
import { isIndexable } from '@trellis/expressions/indexable';
import { membersOf, type Member } from '../members.ts';
import type { Metadata } from '../metadata.ts';
import { recordScope } from '../record-scope.ts';
import { expand, type Expandable, type ExpandableField } from './expand.ts';
import { isOwnFormula, type Formula } from './own-row.ts';
import { valueField } from './value-field.ts';
import { writtenExpression } from './written.ts';

export function isIndexableFormula(metadata: Metadata, entity: string, field: Formula): boolean {
  if (!isOwnFormula(metadata, entity, field)) return false;
  const expanded = expand(expandable(metadata), entity, writtenExpression(field, valueField(field)));
  const checked = check(expanded, recordScope(metadata, entity));
  return checked.ok && isIndexable(checked.value);
}

function expandable({ entities }: Metadata): Expandable {
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
