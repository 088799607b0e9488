// Whether a computed field is worked out from one row and nothing else: not from other records, the clock or who asks. Such a
// formula can have an index; a roll-up over such values can be kept with every write.
import { check } from '@trellis/expressions/check';
import { parseExpression } from '@trellis/expressions/parse';
import type { TypedExpression } from '@trellis/expressions/typed';
import { membersOf } from '../members.ts';
import type { Metadata } from '../metadata.ts';
import { recordScope } from '../record-scope.ts';
import { isComputed, type ComputedField } from './value-field.ts';

export type Formula = Extract<ComputedField, { type: 'formula' }>;
type Rollup = Extract<ComputedField, { type: 'rollup' }>;

/** What is found of each field once; one that leads back to itself is none. */
type Known = Map<ComputedField, boolean>;

export function isOwnFormula(metadata: Metadata, entity: string, field: Formula): boolean {
  return ofOwnRow(metadata, entity, field.expression, new Map([[field, false]]));
}

/** Kept in a column and changed in the very transaction that changes what is gathered. */
export function isKeptRollup(metadata: Metadata, field: Rollup): boolean {
  return field.below === undefined && keeps(metadata, field, new Map([[field, false]]));
}

function keeps(metadata: Metadata, field: Rollup, known: Known): boolean {
  const names = [field.field, field.order_by].flatMap((name) => (name === undefined ? [] : [name]));
  return (
    names.every((name) => isOwn(metadata, field.from, name, known)) &&
    (field.filter === undefined || ofOwnRow(metadata, field.from, field.filter, known))
  );
}

function ofOwnRow(metadata: Metadata, entity: string, json: unknown, known: Known): boolean {
  const parsed = parseExpression(json);
  const checked = parsed.ok ? check(parsed.value, recordScope(metadata, entity)) : parsed;
  return checked.ok && namesIn(checked.value).every((path) => isOwnPath(metadata, entity, path, known));
}

function isOwnPath(metadata: Metadata, entity: string, [name = '', ...rest]: readonly string[], known: Known): boolean {
  return rest.length === 0 && !name.startsWith('$') && isOwn(metadata, entity, name, known);
}

/** A column of the row, one that is kept there, or a formula over such. */
function isOwn(metadata: Metadata, entityName: string, name: string, known: Known): boolean {
  const entity = metadata.entities.get(entityName);
  const field = entity?.fields[name];
  if (!entity || !field || !isComputed(field)) {
    const member = entity && membersOf(entity).get(name);
    return member !== undefined && member.type.column(member.field) !== null;
  }
  const before = known.get(field);
  if (before !== undefined) return before;
  known.set(field, false);
  const own =
    field.type === 'formula'
      ? ofOwnRow(metadata, entityName, field.expression, known)
      : field.type === 'rollup' && field.below === undefined && keeps(metadata, field, known);
  known.set(field, own);
  return own;
}

/** Every name, the time zone that operators ask for among them; what leads to other rows counts as a name of its own. */
function namesIn(node: TypedExpression): readonly (readonly string[])[] {
  switch (node.kind) {
    case 'literal':
    case 'member':
      return [];
    case 'list':
      return node.items.flatMap(namesIn);
    case 'var':
      return [node.path[0] === '$record' ? node.path.slice(1) : node.path];
    case 'call':
      return node.args.flatMap(namesIn);
    case 'each':
      return [
        ...(node.source.kind === 'rows' ? [[...node.source.path, 'rows']] : namesIn(node.source.list)),
        ...(node.value ? namesIn(node.value) : []),
        ...(node.condition ? namesIn(node.condition) : []),
      ];
    case 'fold':
      return [node.list, node.step, node.initial].flatMap(namesIn);
  }
}
