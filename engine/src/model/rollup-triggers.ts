// Functions and triggers that keep roll-ups: whatever writes rows, one by one, in batches or past the engine, changes what was
// gathered from them in the same transaction. Owners are held in the order of their ids, so that no two writers wait for each other.
import { hash } from 'node:crypto';
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { columnsOf, reads, type KeptRollup } from './kept-rollups.ts';
import type { CompiledEntity } from './model.ts';
import { averageParts, storedColumns } from './stored-fields.ts';

export const rollupEvents = ['insert', 'update', 'delete'] as const;
export type RollupEvent = (typeof rollupEvents)[number];

export interface RollupFunction {
  readonly table: string;
  readonly name: string;
  /** Makes function and trigger, in the place of those of an earlier version. */
  readonly statements: readonly string[];
  readonly digest: string;
}

/** For one entity whose records are gathered, by all that gathers them. */
export function rollupFunctions(
  schema: string,
  from: CompiledEntity,
  rollups: readonly KeptRollup[],
): readonly RollupFunction[] {
  return rollupEvents.map((event) => {
    const name = rollupFunctionName(from.name, event);
    const body = functionBody(from, rollups, event);
    const place = textOf(identifier(schema, name));
    const rows = { insert: 'new table as new_rows', delete: 'old table as old_rows' };
    const referencing = event === 'update' ? `${rows.insert} ${rows.delete}` : rows[event];
    return {
      table: from.name,
      name,
      digest: digestOfBody(body),
      statements: [
        `create or replace function ${place}() returns trigger language plpgsql as ${dollarQuoted(body)}`,
        `create or replace trigger ${rollupTriggerName(event)} after ${event} on ${textOf(identifier(schema, from.name))}
  referencing ${referencing} for each statement execute function ${place}()`,
      ],
    };
  });
}

/** Of the body of a function, as PostgreSQL keeps it. */
export function digestOfBody(body: string): string {
  return hash('sha256', body, 'base64url').slice(0, 22);
}

/** Names of entities may be longer than what is left of the 63 bytes that PostgreSQL keeps. */
function rollupFunctionName(entity: string, event: RollupEvent): string {
  return `_${entity.slice(0, 30)}_${hash('sha256', entity, 'hex').slice(0, 6)}_rollups_${event}`;
}

export function rollupTriggerName(event: RollupEvent): string {
  return `rollups_${event}`;
}

function functionBody(from: CompiledEntity, rollups: readonly KeptRollup[], event: RollupEvent): string {
  const targets = [...Map.groupBy(rollups, ({ owner, via }) => `${owner.name} ${via}`).values()];
  const parts = targets.map((group) => targetPart(group, event));
  const early = event === 'update' ? [unchanged(from, rollups)] : [];
  return `
declare
  _owners uuid[];
begin
${[...early, ...parts].map((part) => indented(part)).join('\n')}
  return null;
end
`;
}

/** Most updates change nothing that is gathered. */
function unchanged(from: CompiledEntity, rollups: readonly KeptRollup[]): string {
  const isRead = (name: string): boolean => name === 'deleted_at' || rollups.some((rollup) => reads(rollup, name));
  const read = storedColumns(from).filter(isRead);
  const columns = (alias: string): string => read.map((name) => textOf(identifier(alias, name))).join(', ');
  return `if not exists (select from new_rows n join old_rows o on o.id = n.id where (${columns('n')}) is distinct from (${columns('o')})) then
  return null;
end if;`;
}

/** What one look-up to one entity keeps. */
function targetPart(group: readonly KeptRollup[], event: RollupEvent): string {
  const [first] = group;
  if (!first) return '';
  const { owner, via } = first;
  const link = identifier('x', via);
  const touched = join(
    transitions(event).map(({ table }) => sql`select ${link} as id from ${raw(table)} x where ${link} is not null`),
    ' union ',
  );
  const sums = group.flatMap(summed);
  const anew = group.filter(({ way }) => way === 'min' || way === 'max' || way === 'first' || way === 'last');
  const distinct = group.filter(({ way }) => way === 'distinct');
  const statements = [
    `perform from ${textOf(owner.table)} p where p.id = any(_owners) order by p.id for no key update;`,
    ...(sums.length ? [`${textOf(addSums(owner, via, sums, event))};`] : []),
    ...(anew.length ? [`${textOf(makeAnew(owner, anew))};`] : []),
    ...distinct.map((rollup) => `${textOf(addDistinct(rollup, event))};`),
  ];
  return `select array_agg(t.id order by t.id) into _owners from (${textOf(touched)}) t;
if _owners is not null then
${statements.map((statement) => indented(statement)).join('\n')}
end if;`;
}

interface Sum {
  readonly column: string;
  /** What a row adds to it. */
  readonly term: (alias: string) => Sql;
}

function summed(rollup: KeptRollup): Sum[] {
  const { field, way } = rollup;
  const among = (term: Sql, alias: string): Sql => sql`case when ${rollup.counts(alias)} then ${term} end`;
  const value = (alias: string): Sql => rollup.value(alias) ?? sql`1`;
  const one = (alias: string): Sql => sql`case when ${value(alias)} is not null then 1 end`;
  switch (way) {
    case 'count':
      return [{ column: field.name, term: (alias) => among(one(alias), alias) }];
    case 'sum':
      return [{ column: field.name, term: (alias) => among(value(alias), alias) }];
    case 'avg': {
      const [sum, count] = averageParts(field.name);
      return [
        { column: sum, term: (alias) => among(value(alias), alias) },
        { column: count, term: (alias) => among(one(alias), alias) },
      ];
    }
    default:
      return [];
  }
}

function transitions(event: RollupEvent): readonly { readonly table: string; readonly sign: string }[] {
  const made = { table: 'new_rows', sign: '' };
  const gone = { table: 'old_rows', sign: '- ' };
  return event === 'insert' ? [made] : event === 'delete' ? [gone] : [made, gone];
}

function addSums(owner: CompiledEntity, via: string, sums: readonly Sum[], event: RollupEvent): Sql {
  const terms = transitions(event).map(({ table, sign }) => {
    const columns = sums.map(({ term }, index) => sql`${raw(sign)}(${term('x')}) as ${raw(`s${index}`)}`);
    return sql`select ${identifier('x', via)} as id, ${join(columns, ', ')} from ${raw(table)} x`;
  });
  const totals = sums.map((_, index) => sql`coalesce(sum(t.${raw(`s${index}`)}), 0) as ${raw(`s${index}`)}`);
  const set = sums.map(
    ({ column }, index) => sql`${identifier(column)} = ${identifier('p', column)} + d.${raw(`s${index}`)}`,
  );
  const changed = sums.map((_, index) => sql`d.${raw(`s${index}`)} <> 0`);
  return sql`update ${owner.table} p set ${join(set, ', ')}
  from (select t.id, ${join(totals, ', ')} from (${join(terms, ' union all ')}) t where t.id is not null group by t.id) d
  where p.id = d.id and (${join(changed, ' or ')})`;
}

function makeAnew(owner: CompiledEntity, rollups: readonly KeptRollup[]): Sql {
  const columns = rollups.flatMap((rollup) => columnsOf(rollup, 'q'));
  const made = columns.map(({ name, anew }) => sql`${anew} as ${identifier(name)}`);
  const set = columns.map(({ name }) => sql`${identifier(name)} = ${identifier('d', name)}`);
  const changed = columns.map(({ name }) => sql`${identifier('p', name)} is distinct from ${identifier('d', name)}`);
  return sql`update ${owner.table} p set ${join(set, ', ')}
  from (select q.id, ${join(made, ', ')} from unnest(_owners) q(id)) d
  where p.id = d.id and (${join(changed, ' or ')})`;
}

/** One more for a value that was not there before, one less for one that is not there any more. */
function addDistinct(rollup: KeptRollup, event: RollupEvent): Sql {
  const { owner, from, field, via } = rollup;
  const pairs = transitions(event).map(({ table }) => {
    const value = rollup.value('x');
    return sql`select distinct ${identifier('x', via)} as id, ${value} as value from ${raw(table)} x where ${identifier('x', via)} is not null and ${value} is not null and ${rollup.counts('x')}`;
  });
  const same = (alias: string): Sql =>
    sql`${identifier(alias, via)} = u.id and ${rollup.value(alias)} = u.value and ${rollup.counts(alias)}`;
  const after = sql`exists (select from ${from.table} c where ${same('c')})`;
  const others = event === 'delete' ? sql`` : sql` and not exists (select from new_rows n where n.id = c.id)`;
  const beside = sql`exists (select from ${from.table} c where ${same('c')}${others})`;
  const before = event === 'insert' ? beside : sql`(${beside} or exists (select from old_rows o where ${same('o')}))`;
  return sql`update ${owner.table} p set ${identifier(field.name)} = ${identifier('p', field.name)} + d.more
  from (select u.id, sum(${after}::int - ${before}::int) as more from (${join(pairs, ' union ')}) u group by u.id) d
  where p.id = d.id and d.more <> 0`;
}

function textOf(fragment: Sql): string {
  return fragment.chunks.join('');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** A quote that the body does not hold. */
function dollarQuoted(body: string): string {
  let tag = '$rollups$';
  while (body.includes(tag)) tag = `$r${hash('sha256', tag, 'hex').slice(0, 8)}$`;
  return `${tag}${body}${tag}`;
}
