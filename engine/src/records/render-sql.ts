// A select tree as SQL that gives one JSON object: columns in wire form, look-ups as { id, title }, children as arrays.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { fieldAccess, predicate, rowRule, scalarOf, textOf, type Judgement } from './judgement.ts';
import { joinsOf, type Joins } from './joins.ts';
import type { SelectNode, SelectTree } from './select.ts';

/** `(… as json)` of the row at `joins`' root. */
export function rowJson(judge: Judgement, tree: SelectTree, joins: Joins): Sql {
  const columns = [...tree.nodes].map(([name, node]) => sql`${wire(judge, node, [], joins)} as ${identifier(name)}`);
  const object = sql`(select ${join(columns, ', ')})`;
  const masked = maskedNames(judge, tree, joins.root);
  if (masked.length === 0) return sql`(select row_to_json(d) from ${object} d)`;
  // A masked value is left out, not null: a reader that writes the record back must not blank what it never saw.
  return sql`(select to_jsonb(d) - array_remove(array[${join(masked, ', ')}], null) from ${object} d)`;
}

function wire(judge: Judgement, node: SelectNode, path: readonly string[], joins: Joins): Sql {
  const at = joins.alias(path);
  const value = valueOf(judge, node, [...path, node.field.name], at.alias, joins);
  const access = fieldAccess(judge, node.field);
  if (typeof access === 'string') return value;
  return sql`case when ${predicate(judge, at.entity, access.expression, at.alias)} then ${value} end`;
}

function valueOf(judge: Judgement, node: SelectNode, path: readonly string[], alias: string, joins: Joins): Sql {
  const { relation } = node.field;
  switch (relation?.kind) {
    case 'one':
      return lookupJson(judge, node, path, joins);
    case 'many':
      return linksJson(judge, node, relation.entity, alias);
    case 'children':
      return childrenJson(judge, node, relation, alias);
    case 'any':
      return anyJson(judge, node.field, relation.entities, alias);
    case undefined:
      return plainWire(node.field, alias);
  }
}

export function plainWire(field: CompiledField, alias: string): Sql {
  const column = identifier(alias, field.name);
  if (!field.type.wireSql) return column;
  const companions = Object.keys(field.type.companions?.(field.name, field.definition) ?? {});
  const beside = companions.map((name) => textOf(identifier(alias, name)));
  return raw(field.type.wireSql(textOf(column), field.definition, beside));
}

/** What a record is called, as far as the asker may read the field that says so. */
export function titleSql(judge: Judgement, entity: CompiledEntity, alias: string): Sql {
  const access = fieldAccess(judge, entity.title);
  if (access === 'never') return sql`null::text`;
  const scalar = scalarOf(entity.title, alias);
  const text = entity.title.column?.type === 'text' || entity.title.type.scalar ? scalar : sql`${scalar}::text`;
  if (access === 'always') return text;
  return sql`case when ${predicate(judge, entity, access.expression, alias)} then ${text} end`;
}

function lookupJson(judge: Judgement, node: SelectNode, path: readonly string[], joins: Joins): Sql {
  const target = joins.alias(path);
  const id = identifier(target.alias, 'id');
  const more = [...(node.tree?.nodes ?? [])].flatMap(([name, inner]) =>
    name === 'id' || name === 'title' ? [] : [sql`${raw(`'${name}'`)}, ${wire(judge, inner, path, joins)}`],
  );
  const members = join([sql`'id', ${id}, 'title', ${titleSql(judge, target.entity, target.alias)}`, ...more], ', ');
  const masked = node.tree ? maskedNames(judge, node.tree, target.alias) : [];
  const object = masked.length
    ? sql`jsonb_build_object(${members}) - array_remove(array[${join(masked, ', ')}], null)`
    : sql`json_build_object(${members})`;
  return sql`case when ${id} is not null then ${object} end`;
}

/** What stands under the relation, or its id and title where nothing was named. */
function innerJson(
  judge: Judgement,
  node: SelectNode,
  target: CompiledEntity,
  alias: string,
): { json: Sql; joins: Joins } {
  const joins = joinsOf(judge, target, alias);
  if (node.tree) return { json: rowJson(judge, node.tree, joins), joins };
  const members = sql`'id', ${identifier(alias, 'id')}, 'title', ${titleSql(judge, target, alias)}`;
  return { json: sql`json_build_object(${members})`, joins };
}

function linksJson(judge: Judgement, node: SelectNode, entity: string, alias: string): Sql {
  const target = entityNamed(judge, entity);
  const to = alias + 't';
  const link = alias + 'l';
  const { json, joins } = innerJson(judge, node, target, to);
  const rule = rowRule(judge, target, 'read', to);
  const where = sql`${identifier(link, 'source')} = ${identifier(alias, 'id')}${rule ? sql` and ${rule}` : sql``}`;
  return sql`(select coalesce(json_agg(${json} order by ${identifier(link, 'position')}), '[]') from ${node.field.linkTable ?? sql``} ${identifier(link)}
    join ${target.table} ${identifier(to)} on ${identifier(to, 'id')} = ${identifier(link, 'target')} and ${identifier(to, 'deleted_at')} is null${joins.render()} where ${where})`;
}

function childrenJson(
  judge: Judgement,
  node: SelectNode,
  relation: { entity: string; parentField: string },
  alias: string,
): Sql {
  const target = entityNamed(judge, relation.entity);
  const child = alias + 'c';
  const tree = node.tree ?? allColumns(judge, target);
  const joins = joinsOf(judge, target, child);
  const json = rowJson(judge, tree, joins);
  // The parent row is in sight already; the child's own rule still counts.
  const access = judge.access.row(target.name, 'read');
  const rule =
    access.kind === 'all'
      ? null
      : access.kind === 'none'
        ? sql`false`
        : predicate(judge, target, access.expression, child);
  const link = sql`${identifier(child, relation.parentField)} = ${identifier(alias, 'id')} and ${identifier(child, 'deleted_at')} is null`;
  return sql`(select coalesce(json_agg(${json} order by ${identifier(child, 'id')}), '[]') from ${target.table} ${identifier(child)}${joins.render()} where ${rule ? sql`${link} and ${rule}` : link})`;
}

function anyJson(judge: Judgement, field: CompiledField, entities: readonly string[], alias: string): Sql {
  const id = identifier(alias, field.name);
  const which = identifier(alias, `${field.name}_entity`);
  const cases = entities.flatMap((name) => {
    const target = judge.model.entities.get(name);
    if (!target) return [];
    const to = alias + 'a';
    const rule = rowRule(judge, target, 'read', to);
    const found = sql`${identifier(to, 'id')} = ${id} and ${identifier(to, 'deleted_at')} is null${rule ? sql` and ${rule}` : sql``}`;
    return [
      sql`when ${raw(`'${name}'`)} then (select json_build_object('entity', ${which}, 'id', ${id}, 'title', ${titleSql(judge, target, to)}) from ${target.table} ${identifier(to)} where ${found})`,
    ];
  });
  return sql`case ${which} ${join(cases, ' ')} end`;
}

function allColumns(judge: Judgement, entity: CompiledEntity): SelectTree {
  const nodes = new Map<string, SelectNode>();
  for (const field of entity.fields.values())
    if (field.column !== null && field.name !== 'deleted_at' && fieldAccess(judge, field) !== 'never')
      nodes.set(field.name, { field, tree: null });
  return { entity, nodes };
}

function maskedNames(judge: Judgement, tree: SelectTree, alias: string): Sql[] {
  return [...tree.nodes.values()].flatMap(({ field }) => {
    const access = fieldAccess(judge, field);
    if (typeof access === 'string') return [];
    return [
      sql`case when ${predicate(judge, tree.entity, access.expression, alias)} then null else ${raw(`'${field.name}'`)} end`,
    ];
  });
}

function entityNamed(judge: Judgement, name: string): CompiledEntity {
  const entity = judge.model.entities.get(name);
  if (!entity) throw new Error(`no entity ${name}`);
  return entity;
}
