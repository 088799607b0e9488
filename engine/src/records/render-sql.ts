// A select tree as SQL that gives one JSON object: columns in wire form, look-ups as { id, title }, children as arrays.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { fieldAccess, type Judgement } from './judgement.ts';
import { predicate, rowRule, scalarOf, textOf } from './row-sql.ts';
import { tableSource, withComputed } from './computed-columns.ts';
import type { SelectNode, SelectTree } from './select.ts';

/** The row `alias` as one value of JSON. */
export function rowJson(judge: Judgement, tree: SelectTree, alias: string): Sql {
  const members = [...tree.nodes].map(([name, node]) => [name, wire(judge, node, alias)] as const);
  return rowObject(members, maskedNames(judge, tree, alias));
}

type Member = readonly [name: string, value: Sql];

function rowObject(members: readonly Member[], masked: readonly Sql[]): Sql {
  const columns = members.map(([name, value]) => sql`${value} as ${identifier(name)}`);
  const object = sql`(select ${join(columns, ', ')})`;
  if (masked.length === 0) return sql`(select row_to_json(d.*) from ${object} d)`;
  // A masked value is left out, not null: a reader that writes the record back must not blank what it never saw.
  return sql`(select to_jsonb(d.*) - array_remove(array[${join(masked, ', ')}], null) from ${object} d)`;
}

/** A function of PostgreSQL takes 100 arguments: a name and a value for each member. */
const mostMembers = 50;

/** As `rowObject`, quicker for the few members that a look-up shows. */
function smallObject(members: readonly Member[], masked: readonly Sql[] = []): Sql {
  if (members.length > mostMembers) return rowObject(members, masked);
  const pairs = join(
    members.map(([name, value]) => sql`${raw(`'${name}'`)}, ${value}`),
    ', ',
  );
  if (masked.length === 0) return sql`json_build_object(${pairs})`;
  return sql`jsonb_build_object(${pairs}) - array_remove(array[${join(masked, ', ')}], null)`;
}

function wire(judge: Judgement, node: SelectNode, alias: string): Sql {
  const value = valueOf(judge, node, alias);
  const access = fieldAccess(judge, node.field);
  if (typeof access === 'string') return value;
  const entity = entityNamed(judge, node.field.entity);
  return sql`case when ${predicate(judge, entity, access.expression, alias)} then ${value} end`;
}

/** What a field shows, to whoever may read it. */
export function valueOf(judge: Judgement, node: SelectNode, alias: string): Sql {
  const { relation } = node.field;
  switch (relation?.kind) {
    case 'one':
      return lookupJson(judge, node, relation.entity, alias);
    case 'many':
      return linksJson(judge, node, relation.entity, alias);
    case 'children':
      return childrenJson(judge, node, relation, alias);
    case 'any':
      return anyJson(judge, node.field, alias);
    case undefined:
      return followed(judge, node.field, alias) ?? plainWire(node.field, alias);
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
  const scalar = scalarOf(judge, entity.title, { alias, sight: 'all' });
  const text = entity.title.column?.type === 'text' || entity.title.type.scalar ? scalar : sql`${scalar}::text`;
  if (access === 'always') return text;
  return sql`case when ${predicate(judge, entity, access.expression, alias)} then ${text} end`;
}

/** A sub-select for each look-up, not a join: PostgreSQL makes it for the rows of the page only, which keep their order. */
function lookupJson(judge: Judgement, node: SelectNode, entity: string, alias: string): Sql {
  const target = entityNamed(judge, entity);
  const to = alias + 'o';
  const rule = rowRule(judge, target, 'read', to);
  const link = sql`${identifier(to, 'id')} = ${identifier(alias, node.field.name)}`;
  return sql`(select ${referenceJson(judge, node, target, to)} from ${rowsOf(judge, target, to, node.tree)} where ${rule ? sql`${link} and ${rule}` : link})`;
}

/** The rows of an entity, with the computed fields among those that are shown. */
function rowsOf(judge: Judgement, entity: CompiledEntity, alias: string, shown: SelectTree | null): Sql {
  const fields = [...(shown?.nodes.values() ?? [])].map(({ field }) => field);
  return withComputed(judge, tableSource(entity, alias), fields);
}

/** `{ id, title }` with what was named beside them. */
function referenceJson(judge: Judgement, node: SelectNode, target: CompiledEntity, alias: string): Sql {
  // Behind a look-up, `title` is what the record is called, whatever field of that name it may have.
  const more = [...(node.tree?.nodes ?? [])].filter(([name]) => name !== 'id' && name !== 'title');
  const members: Member[] = [
    ['id', identifier(alias, 'id')],
    ['title', titleSql(judge, target, alias)],
    ...more.map(([name, inner]) => [name, wire(judge, inner, alias)] as const),
  ];
  return smallObject(members, node.tree ? maskedNames(judge, node.tree, alias) : []);
}

function linksJson(judge: Judgement, node: SelectNode, entity: string, alias: string): Sql {
  const target = entityNamed(judge, entity);
  const to = alias + 't';
  const link = alias + 'l';
  const json = node.tree ? rowJson(judge, node.tree, to) : referenceJson(judge, node, target, to);
  const rule = rowRule(judge, target, 'read', to);
  const where = sql`${identifier(link, 'source')} = ${identifier(alias, 'id')}${rule ? sql` and ${rule}` : sql``}`;
  return sql`(select coalesce(json_agg(${json} order by ${identifier(link, 'position')}), '[]') from ${node.field.linkTable ?? sql``} ${identifier(link)}
    join ${rowsOf(judge, target, to, node.tree)} on ${identifier(to, 'id')} = ${identifier(link, 'target')} and ${identifier(to, 'deleted_at')} is null where ${where})`;
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
  const json = rowJson(judge, tree, child);
  // The parent row is in sight already; the child's own rule still counts.
  const access = judge.access.row(target.name, 'read');
  const rule =
    access.kind === 'all'
      ? null
      : access.kind === 'none'
        ? sql`false`
        : predicate(judge, target, access.expression, child);
  const link = sql`${identifier(child, relation.parentField)} = ${identifier(alias, 'id')} and ${identifier(child, 'deleted_at')} is null`;
  return sql`(select coalesce(json_agg(${json} order by ${identifier(child, 'id')}), '[]') from ${rowsOf(judge, target, child, tree)} where ${rule ? sql`${link} and ${rule}` : link})`;
}

function anyJson(judge: Judgement, field: CompiledField, alias: string): Sql {
  const entity = identifier(alias, `${field.name}_entity`);
  const id = identifier(alias, field.name);
  return referred(judge, field, alias, (target, to) =>
    smallObject([
      ['entity', entity],
      ['id', id],
      ['title', titleSql(judge, target, to)],
    ]),
  );
}

/** What stands beside a reference is seen with it; null for any other field. */
function followed(judge: Judgement, field: CompiledField, alias: string): Sql | null {
  const reference =
    field.follows === null ? undefined : judge.model.entities.get(field.entity)?.fields.get(field.follows);
  if (reference?.relation?.kind !== 'any') return null;
  return referred(judge, reference, alias, () => plainWire(field, alias));
}

/** What `show` makes of the record that a reference leads to; null where it is out of sight or in the trash. */
function referred(
  judge: Judgement,
  { name, relation }: CompiledField,
  alias: string,
  show: (target: CompiledEntity, alias: string) => Sql,
): Sql {
  const to = alias + 'a';
  const cases = (relation?.kind === 'any' ? relation.entities : []).flatMap((entity) => {
    const target = judge.model.entities.get(entity);
    if (!target) return [];
    const rule = rowRule(judge, target, 'read', to);
    const found = sql`${identifier(to, 'id')} = ${identifier(alias, name)} and ${identifier(to, 'deleted_at')} is null${rule ? sql` and ${rule}` : sql``}`;
    return [
      sql`when ${raw(`'${entity}'`)} then (select ${show(target, to)} from ${target.table} ${identifier(to)} where ${found})`,
    ];
  });
  return sql`case ${identifier(alias, `${name}_entity`)} ${join(cases, ' ')} end`;
}

function allColumns(judge: Judgement, entity: CompiledEntity): SelectTree {
  const nodes = new Map<string, SelectNode>();
  for (const field of entity.fields.values())
    if (field.shape !== null && field.name !== 'deleted_at' && fieldAccess(judge, field) !== 'never')
      nodes.set(field.name, { field, tree: null });
  return { entity, nodes };
}

/** For each field that only some rows show: its name, where this one does not. */
export function maskedNames(judge: Judgement, tree: SelectTree, alias: string): Sql[] {
  return [...tree.nodes.values()].flatMap(({ field }) => {
    const access = fieldAccess(judge, field);
    if (typeof access === 'string') return [];
    return [
      sql`case when ${predicate(judge, tree.entity, access.expression, alias)} then null else ${raw(`'${field.name}'`)} end`,
    ];
  });
}

export function entityNamed(judge: Judgement, name: string): CompiledEntity {
  const entity = judge.model.entities.get(name);
  if (!entity) throw new Error(`no entity ${name}`);
  return entity;
}
