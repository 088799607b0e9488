// Whoever may not read what a computed field is worked out from may not read it either: its inputs, and how the access to them adds up.
import { compileExpression } from './expression.ts';
import type { FieldAccess, RowAccess } from './field-access.ts';
import type { CompiledEntity, CompiledField, Model } from './model.ts';
import { scopeOf } from './scope.ts';

/** Reading, as far as roles grant it by themselves. */
export interface Granted {
  row(entity: string): RowAccess;
  field(entity: string, field: string): FieldAccess;
}

/** The access to what a computed field reads; to the field itself more may be forbidden. */
export function accessToInputs(model: Model, field: CompiledField, granted: Granted): FieldAccess {
  const { computed } = field;
  const entity = model.entities.get(field.entity);
  if (!computed || !entity) return 'always';
  if (computed.kind === 'expression') {
    const paths = computed.expanded?.paths ?? [];
    return together(
      model,
      entity,
      paths.map((path) => accessAlong(model, entity, path, granted)),
    );
  }
  const { definition, filter } = computed;
  if (definition.counts === 'all') return 'always';
  const from = model.entities.get(definition.from);
  if (!from || granted.row(from.name).kind === 'none') return 'never';
  const names = [definition.via, definition.field, definition.order_by].flatMap((name) =>
    name === undefined ? [] : [[name]],
  );
  const below = definition.below === undefined ? [] : [accessAlong(model, entity, [definition.below], granted)];
  const accesses = [...names, ...(filter?.paths ?? [])].map((path) => accessAlong(model, from, path, granted));
  // What only some records show is left out record by record where the roll-up is made.
  const hidden = [...below, ...accesses].includes('never');
  return hidden ? 'never' : 'always';
}

function accessAlong(model: Model, entity: CompiledEntity, path: readonly string[], granted: Granted): FieldAccess {
  const [name = '', ...rest] = path;
  const field = entity.fields.get(name);
  if (!field) return 'never';
  const own = granted.field(entity.name, name);
  const relation = field.relation;
  // Whether there are rows is asked of the rows.
  if (own === 'never' || (rest.length === 0 && relation?.kind !== 'children')) return own;
  const target = relation && 'entity' in relation ? model.entities.get(relation.entity) : undefined;
  if (!target || granted.row(target.name).kind === 'none') return 'never';
  if (rest.length === 0) return own;
  // A condition on the other record is none on this one: what is not always readable there is not readable from here.
  return accessAlong(model, target, rest, granted) === 'always' ? own : 'never';
}

function together(model: Model, entity: CompiledEntity, all: readonly FieldAccess[]): FieldAccess {
  if (all.includes('never')) return 'never';
  const conditions = all.flatMap((access) => (typeof access === 'string' ? [] : [access.expression.json]));
  const distinct = [...new Map(conditions.map((json) => [JSON.stringify(json), json])).values()];
  if (distinct.length === 0) return 'always';
  const json = distinct.length === 1 ? distinct[0] : { and: distinct };
  return { kind: 'sometimes', expression: compileExpression(json, scopeOf(model, entity.name)) };
}

/** What is allowed by both. */
export function bothAccesses(model: Model, entity: CompiledEntity, one: FieldAccess, other: FieldAccess): FieldAccess {
  return one === 'always' ? other : other === 'always' ? one : together(model, entity, [one, other]);
}
