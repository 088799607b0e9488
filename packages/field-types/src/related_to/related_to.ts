// A reference to one record of one of several entities. Its id has the column, the entity's name a companion beside it:
// ids are unique in the whole workspace, so that filters need the id alone.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { pick, uuid } from '../fake.ts';
import { idPattern, readId } from '../lookup/id.ts';
import { entityOption } from '../lookup/options.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { choiceOperators, countMeasures } from '../operators.ts';

const options = Type.Object({ entities: Type.Array(entityOption, { minItems: 1, uniqueItems: true }) });

export interface RecordReference {
  readonly entity: string;
  readonly id: string;
}

export const relatedTo = defineFieldType<'related_to', typeof options, RecordReference>({
  name: 'related_to',
  label: { en: 'Related to', 'zh-CN': '关联对象' },
  icon: 'NodeIndex',
  group: 'relation',
  options,
  column: () => ({ type: 'uuid' }),
  valueType: () => 'id',
  relation: ({ entities }) => ({ kind: 'any', entities }),
  companions: (name) => ({ [`${name}_entity`]: { type: 'text', max_length: 50 } }),
  companionValues: (name, value) => ({ [`${name}_entity`]: value.entity }),
  schema: ({ entities }) => ({
    type: 'object',
    properties: { entity: { type: 'string', enum: entities }, id: { type: 'string', pattern: idPattern } },
    required: ['entity', 'id'],
  }),
  normalize,
  toColumn: (value) => value.id,
  wireSql: (column, _field, [entity = 'null']) =>
    `case when ${column} is not null then json_build_object('entity', ${entity}, 'id', ${column}) end`,
  scalar: { fromWire: (value) => value.id, sql: (column) => column },
  /** As `format` writes it: `entity:id`. */
  parse(text, field) {
    const [entity = '', id = ''] = text.trim().split(':');
    return text.trim() === '' ? blank : normalize({ entity, id }, field);
  },
  format: (value) => `${value.entity}:${value.id}`,
  operators: choiceOperators,
  sortable: false,
  groupable: true,
  searchable: false,
  unique: false,
  measures: countMeasures,
  fake: (random, { entities: [first = '', ...others] }) => ({
    entity: pick(random, [first, ...others]),
    id: uuid(random),
  }),
});

function normalize(value: unknown, { entities }: { readonly entities: readonly string[] }) {
  if (typeof value !== 'object' || value === null || !('entity' in value) || !('id' in value))
    return refuse('not_an_object');
  const { entity } = value;
  const id = readId(value.id);
  if (typeof entity !== 'string' || !entities.includes(entity)) {
    return refuse('entity_not_allowed', { entity: String(entity).slice(0, 100) });
  }
  return id.ok ? ok({ entity, id: id.value }) : id;
}
