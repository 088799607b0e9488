// Going through rows or members in SQL: rows by a sub-select from their table, the members of a list by unnesting it, `reduce` by
// a recursive query over their places.
import type { MemberName } from './each.ts';
import { keptSql, keptType } from './kept.ts';
import { mostMembers } from './limits.ts';
import { postgresType } from './postgres-type.ts';
import type { Resolve } from './resolve.ts';
import { raw, sql, type Sql } from './sql.ts';
import type { EachNode, FoldNode, TypedExpression } from './typed.ts';

/** The names at a place, and beside a member of a list what it is. */
export interface Inner extends Resolve {
  /** For who asks and the clock. */
  readonly outermost?: Resolve;
  /** What `$record` leads to, and the record at hand, where that is not what plain names are of. */
  readonly record?: Resolve;
  readonly atHand?: Resolve;
  readonly member?: (name: MemberName) => Sql;
  /** How many lists there are around, and how many members they come to, each within the other. */
  readonly level?: number;
  readonly reach?: Sql;
}

/** The way of the expressions within into SQL. */
export interface Translate {
  value(node: TypedExpression, names: Inner): Sql;
  condition(node: TypedExpression, names: Inner): Sql;
  number(node: TypedExpression, names: Inner): Sql;
  isSmall(node: TypedExpression): boolean;
}

export function eachSql(node: EachNode, names: Inner, translate: Translate): Sql {
  const { each, source } = node;
  const item = node.value?.type ?? 'null';
  if (source.kind === 'members') {
    return throughMembers(source.list, names, translate, ({ level, members, inside }) => {
      const from = sql`from unnest(${members}) with ordinality as ${raw(`member_${level} (value, place)`)}`;
      const condition = node.condition && translate.condition(node.condition, inside);
      const value = node.value === undefined ? raw('null') : valueOf(node, inside, translate);
      const ofThose = (holding?: Sql) => (holding === undefined ? from : sql`${from} where ${holding}`);
      return each.sql({ from: ofThose, condition, value, position: raw(`member_${level}.place`), item });
    });
  }
  const [from, path, record] = placeOf(source.path, names);
  const rows = from.rows?.(path);
  if (rows === undefined) throw new Error(`${source.path.join('.')} has no rows in SQL.`);
  const inside = innerOf(names, { own: rows.resolve, record, level: names.level ?? 0 });
  const condition = node.condition && translate.condition(node.condition, inside);
  const value = node.value === undefined ? raw('null') : valueOf(node, inside, translate);
  const those = (holding?: Sql) =>
    sql`from ${rows.from()} where ${holding === undefined ? rows.where : sql`${rows.where} and ${holding}`}`;
  return each.sql({ from: those, condition, value, position: raw('null'), item });
}

export function foldSql({ list, step, initial, type }: FoldNode, names: Inner, translate: Translate): Sql {
  return throughMembers(list, names, { ...translate, ...unpacked(translate) }, ({ level, members, inside }) => {
    const fold = raw(`fold_${level}`);
    const member = (name: MemberName): Sql =>
      name === 'accumulator' ? sql`${fold}.accumulator` : sql`(${members})[${fold}.place + 1]`;
    const made = keptSql(translate.value(step, Object.assign(inside, { member })), type);
    const first = sql`select 0, ${translate.value(initial, names)}::${raw(keptType(type))}`;
    const next = sql`select ${fold}.place + 1, ${made} from ${fold} where ${fold}.place < cardinality(${members})`;
    return sql`(with recursive ${fold} (place, accumulator) as (${first} union all ${next}) select ${fold}.accumulator from ${fold} where ${fold}.place = coalesce(cardinality(${members}), 0))`;
  });
}

/** Joined to nothing a stored list is unpacked once; by itself it would be for every member that is taken out of it by its place. */
function unpacked({ value }: Translate): Pick<Translate, 'value' | 'isSmall'> {
  return {
    isSmall: () => false,
    value: (list, names) => sql`(${value(list, names)}::${raw(postgresType(list.type))} || '{}')`,
  };
}

function valueOf(node: EachNode, inside: Inner, translate: Translate): Sql {
  if (node.value === undefined) return raw('null');
  return node.each.value === 'number' ? translate.number(node.value, inside) : translate.value(node.value, inside);
}

/** `make` has the list at hand as often as it needs it; the result is null where there are too many members. */
function throughMembers(
  list: TypedExpression,
  names: Inner,
  translate: Translate,
  make: (place: { readonly level: number; readonly members: Sql; readonly inside: Inner }) => Sql,
): Sql {
  const level = (names.level ?? 0) + 1;
  const written = sql`${translate.value(list, names)}::${raw(postgresType(list.type))}`;
  const isSmall = translate.isSmall(list);
  const members = isSmall ? written : raw(`list_${level}.members`);
  const length = sql`cardinality(${members})`;
  const reach = names.reach === undefined ? length : sql`${length}::bigint * ${names.reach}`;
  const member = () => raw(`member_${level}.value`);
  const made = make({
    level,
    members,
    inside: innerOf(names, { own: null, record: atHandOf(names), level, reach, member }),
  });
  const isShort = names.reach === undefined && list.kind === 'list';
  const bounded = isShort ? made : sql`case when ${reach} > ${raw(String(mostMembers))} then null else ${made} end`;
  return isSmall
    ? sql`(${bounded})`
    : sql`(select ${bounded} from (select ${written} as members offset 0) as ${raw(`list_${level}`)})`;
}

interface Inside extends Pick<Inner, 'reach' | 'member'> {
  /** Of plain names; null beside a member. */
  readonly own: Resolve | null;
  readonly record: Resolve;
  readonly level: number;
}

function innerOf(names: Inner, { own, record, level, ...beside }: Inside): Inner {
  const outermost = names.outermost ?? names;
  const at = (path: readonly string[]): readonly [Resolve, readonly string[]] => {
    if (path[0] === '$record') return [record, path.slice(1)];
    return own === null || path[0]?.startsWith('$') ? [outermost, path] : [own, path];
  };
  const resolve = (path: readonly string[]): Sql => {
    const [where, name] = at(path);
    return where(name);
  };
  const isNumeric = (path: readonly string[]): boolean => {
    const [where, name] = at(path);
    return where.isNumeric?.(name) === true;
  };
  const atHand = own ?? record;
  return Object.assign(resolve, {
    isNumeric,
    outermost,
    record,
    atHand,
    level,
    ...(own?.rows && { rows: own.rows }),
    ...beside,
  });
}

/** Where the rows of a path are asked for, by which path there, and what `$record` leads to from them. */
function placeOf(path: readonly string[], names: Inner): readonly [Resolve, readonly string[], Resolve] {
  const { outermost = names, record = names } = names;
  if (path[0] === '$record') return [record, path.slice(1), record];
  return [path[0]?.startsWith('$') ? outermost : names, path, atHandOf(names)];
}

function atHandOf(names: Inner): Resolve {
  return names.atHand ?? names;
}
