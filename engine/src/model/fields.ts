// An entity's fields, compiled from metadata's members. Conditions and defaults are added once all entities are known.
import { identifier } from '@trellis/expressions/sql';
import { defaultOf } from '@trellis/metadata/default-value';
import type { Entity, Field } from '@trellis/metadata/kinds';
import { linkTableName, membersOf, type Member } from '@trellis/metadata/members';
import type { Metadata } from '@trellis/metadata/metadata';
import { fieldContext } from '@trellis/metadata/option-values';
import type { Column } from '@trellis/field-types/contract';
import { choiceFilter, fieldAbove, offersOf } from './choices.ts';
import { declareComputed } from './computed.ts';
import type { Computed, CompiledField, DefaultValue, Settings } from './model.ts';
import { compileExpression, compileRule, compileWritten } from './expression.ts';
import { idType } from './id-type.ts';
import { scopeOf, type Nameable } from './scope.ts';

export interface FieldsInput {
  readonly entity: Entity;
  readonly metadata: Metadata;
  readonly settings: Settings;
  readonly schema: string;
}

/** Every field with its type and column, without conditions and defaults: they may refer to entities not yet compiled. */
export function declareFields(input: FieldsInput): Map<string, CompiledField> {
  const members = membersOf(input.entity);
  const following = followingCompanions(members.values());
  return new Map([...members].map(([name, member]) => [name, declared(input, name, member, following)]));
}

/** Adds what needs the whole model: conditions and defaults. */
export function completeField(field: CompiledField, names: Nameable): CompiledField {
  const scope = scopeOf(names, field.entity);
  const { definition } = field;
  return {
    ...field,
    computed: field.computed && completeComputed(field, names),
    required: compileRule(definition.required, false, scope),
    visible: compileRule(definition.visible, true, scope),
    readOnly: compileRule(definition.read_only, false, scope),
    defaultValue: defaultValue(field, (json) => compileExpression(json, scope)),
    offers: offersOf(definition, scope),
    choices:
      field.relation && 'entity' in field.relation
        ? choiceFilter(definition, { chosen: scopeOf(names, field.relation.entity), referrer: scope })
        : null,
  };
}

/** Expressions are expanded now that every entity is known; a roll-up's filter is about the records that it gathers. */
function completeComputed(field: CompiledField, names: Nameable): CompiledField['computed'] {
  const { computed } = field;
  if (computed?.kind === 'expression') {
    const expanded = compileWritten(computed.written, scopeOf(names, field.entity));
    return { ...computed, expanded };
  }
  if (computed?.kind !== 'rollup') return computed;
  const { from, filter } = computed.definition;
  if (filter === undefined || filter === true) return computed;
  return { ...computed, filter: compileExpression(filter, scopeOf(names, from)) };
}

/** The column of a roll-up that is kept in the table. */
function keptColumn(computed: Computed, shape: Column | null): Column | null {
  if (computed.kind !== 'rollup' || !computed.kept) return null;
  switch (computed.definition.function) {
    // It is the quotient of two columns: see `averageParts`.
    case 'avg':
      return null;
    case 'count':
    case 'distinct':
      return { type: 'bigint' };
    // As wide as what is gathered: a formula without a scale has more decimals than any stored number.
    default:
      return shape && /^(numeric|bigint)/.test(shape.type) ? { type: 'numeric' } : shape;
  }
}

/** Companions whose values follow from their field's, so that no client writes them, each with that field's name. */
function followingCompanions(members: Iterable<Member>): ReadonlyMap<string, string> {
  return new Map(
    [...members].flatMap(({ name, field, type }) =>
      type.companionValues
        ? Object.keys(type.companions?.(name, field) ?? {}).map((companion) => [companion, name] as const)
        : [],
    ),
  );
}

function declared(
  input: FieldsInput,
  name: string,
  member: Member,
  following: ReadonlyMap<string, string>,
): CompiledField {
  const system = member.origin === 'system';
  const type = name === 'id' ? idType : member.type;
  const relation = name === 'id' ? null : (member.relation ?? null);
  const shape = type.column(member.field);
  const computed = member.computed ? declareComputed(input.metadata, member.computed, member.field) : null;
  return {
    name,
    entity: input.entity.name,
    definition: member.field,
    label: member.field.label ?? name,
    type,
    column: computed ? keptColumn(computed, shape) : shape,
    shape,
    computed,
    relation,
    valueType: member.valueType,
    context: fieldContext(input.metadata, member.field, input.settings),
    system,
    writable: type.generated !== true && !computed && (!system || owning.has(name)) && !following.has(name),
    required: false,
    visible: true,
    readOnly: false,
    defaultValue: { kind: 'none' },
    offers: [],
    choices: null,
    above: member.origin === 'declared' ? fieldAbove(input.metadata, input.entity, name) : null,
    linkTable: relation?.kind === 'many' ? identifier(input.schema, linkTableName(input.entity.name, name)) : null,
    unique: member.field.unique === true,
    follows: following.get(name) ?? null,
  };
}

/** The system fields that clients set. */
const owning: ReadonlySet<string> = new Set(['owner', 'team']);

/** Whoever makes a record owns it, unless they say otherwise. */
const ownerDefault: Pick<Field, 'default'> = { default: { var: '$user.id' } };

function defaultValue(
  field: CompiledField,
  compile: (json: unknown) => ReturnType<typeof compileExpression>,
): DefaultValue {
  const says = defaultOf(field.system && field.name === 'owner' ? ownerDefault : field.definition);
  if (!says) return { kind: 'none' };
  return says.kind === 'value'
    ? { kind: 'constant', value: says.value }
    : { kind: 'expression', expression: compile(says.json) };
}
