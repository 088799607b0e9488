// What has to be unique over many items: ids within a kind, the default of an entity, the ids of sample records, names of tables.
import { pointer } from '../json.ts';
import { fileOf, kindNames } from '../kinds.ts';
import { linkTableName, membersOf } from '../members.ts';
import { itemsOf, type Metadata } from '../metadata.ts';
import { problem, type Problem } from '../problems/problem.ts';

export function inspectIdentities(metadata: Metadata): readonly Problem[] {
  return [
    ...duplicateIds(metadata),
    ...duplicateDefaults(metadata),
    ...duplicateRecords(metadata),
    ...duplicateTables(metadata),
  ];
}

/** An absent id is the name. */
function duplicateIds(metadata: Metadata): Problem[] {
  return kindNames.flatMap((kind) => {
    const items = [...itemsOf(metadata, kind).values()];
    return [
      ...repeated(items, ({ id, name }) => id ?? name).map(({ item: { name, id = name }, first }) =>
        problem(`${fileOf(kind, name)}#/id`, 'duplicate_id', { id, other: first.name }),
      ),
    ];
  });
}

/** Those that are for certain roles only do not count. */
function duplicateDefaults(metadata: Metadata): Problem[] {
  const withKind = [
    ...[...metadata.forms.values()].map((item) => ({ ...item, kind: 'form' })),
    ...[...metadata.views.values()].map((item) => ({ ...item, kind: 'view' })),
    ...[...metadata.pages.values()].map((item) => ({ ...item, kind: 'page', roles: undefined })),
  ];
  const defaults = withKind.filter((item) => item.default === true && item.roles === undefined);
  return repeated(defaults, ({ kind, entity }) => `${kind}/${entity}`).map(({ item: { kind, name, entity }, first }) =>
    problem(`${fileOf(kind, name)}#/default`, 'duplicate_default', { kind, entity, other: first.name }),
  );
}

function duplicateRecords(metadata: Metadata): Problem[] {
  const records = [...metadata.sample_data.values()].flatMap(({ name, records: list }) =>
    list.flatMap(({ $id }, index) => (typeof $id === 'string' ? [{ name, index, id: $id }] : [])),
  );
  return repeated(records, ({ id }) => id).map(({ item: { name, index, id } }) =>
    problem(`${fileOf('sample_data', name)}#${pointer('/records', index, '$id')}`, 'duplicate_record', { id }),
  );
}

/** Entities, and the tables of links that their fields bring. */
function duplicateTables({ entities }: Metadata): Problem[] {
  const tables = [...entities.values()].flatMap((entity) =>
    [...membersOf(entity).values()]
      .filter(({ relation }) => relation?.kind === 'many')
      .map((field) => ({ name: linkTableName(entity.name, field.name), entity: entity.name, field: field.name })),
  );
  const taken = tables.filter(({ name }) => entities.has(name));
  return [
    ...taken.map(({ name }) => problem(`${fileOf('entity', name)}#/name`, 'reserved_name', { name })),
    // Long names are cut.
    ...repeated(tables, ({ name }) => name).map(({ item }) =>
      problem(`${fileOf('entity', item.entity)}#${pointer('/fields', item.field)}`, 'reserved_name', {
        name: item.name,
      }),
    ),
  ];
}

/** Every item but the first of each key, with that first one. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): { readonly item: T; readonly first: T }[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((item) => ({ item, first })),
  );
}
