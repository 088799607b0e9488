// Stage 3 of a write, beside the stored row: values behind look-ups, as far as any rule, condition or default reads them.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { RowsSql } from '@trellis/expressions/to-sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { fieldAt } from '../model/scope.ts';
import type { Judgement } from './judgement.ts';
import { needsOf, type Needs, type RowNeeds } from './row-needs.ts';
import { childRows, scalarOf } from './row-sql.ts';
import { readRows, rowsJson } from './rows-json.ts';
import type { Stored } from './record-context.ts';
import { plainWire } from './render-sql.ts';

/** Values behind the look-ups of records that are about to be, in their order: `{ "author.country": "IE" }`. */
export function loadRelatedOf(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  records: readonly Stored[],
): Promise<readonly Stored[]> {
  const needs = needsOf(judge.model, entity);
  return loadNeeded(judge, connection, entity, { records, needs, copied: copiedPaths(entity) });
}

export interface Wanted {
  readonly records: readonly Stored[];
  readonly needs: Needs;
  /** Paths whose values are wanted as they are stored, too. */
  readonly copied?: readonly (readonly string[])[];
}

/** As `loadRelatedOf`, of what is needed for something else than the entity's own conditions. */
export async function loadNeeded(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  { records, needs, copied = [] }: Wanted,
): Promise<readonly Stored[]> {
  const paths = relatedPaths(entity, needs);
  const behind = needs.rows.filter(({ path }) => path.length > 1);
  if ((paths.length === 0 && behind.length === 0) || records.length === 0) return records.map(() => ({}));
  const heads = [...paths, ...behind.map(({ path }) => path)];
  const roots = [...new Set(heads.map(([root = '', ...rest]) => (rest.length ? root : 'id')))];
  const known = roots.map((root) => sql`${records.map((values) => values[root] ?? null)}::uuid[]`);
  const names = join(
    [...roots, '#'].map((name) => identifier(name)),
    ', ',
  );
  const joined = unrestrictedJoins(judge, entity);
  const values: readonly { readonly key: string; readonly value: Sql; readonly rows?: RowNeeds }[] = [
    ...paths.map((path) => ({ key: path.join('.'), value: joined.column(path) })),
    ...copied.map((path) => ({ key: wireKey(path), value: joined.wire(path) })),
    ...behind.map((rows) => ({ key: rows.path.join('.'), value: rowsJson(joined.rows(rows.path), rows), rows })),
  ];
  // A path may be longer than PostgreSQL takes a name.
  const columns = values.map(({ value }, index) => sql`${value} as ${columnName(index)}`);
  const rows = await connection.prepared(
    sql`select ${join(columns, ', ')} from unnest(${join(known, ', ')}) with ordinality r(${names})${joined.render()} order by r."#"`,
  );
  return rows.map((row) =>
    Object.fromEntries(
      values.map((value, index) => {
        const found = row[`c${index}`];
        return [value.key, value.rows ? readRows(found, value.rows) : found];
      }),
    ),
  );
}

function columnName(index: number): Sql {
  return identifier(`c${index}`);
}

/** The look-ups that anything is read through, of whatever any rule, condition or default of the entity reads. */
export function lookupsRead(judge: Judgement, entity: CompiledEntity): readonly string[] {
  const needs = needsOf(judge.model, entity);
  const behind = needs.rows.flatMap(({ path }) => (path.length > 1 ? [path] : []));
  return [...relatedPaths(entity, needs), ...behind].map(([root = '']) => root);
}

/** Paths through look-ups, and roll-ups. */
function relatedPaths(entity: CompiledEntity, { plain }: Needs): readonly (readonly string[])[] {
  return plain.filter((path) => path.length > 1 || gathers(entity, path));
}

/** Under which a value behind a look-up stands as it is stored, beside what expressions see of it: no path is called so. */
export function wireKey(path: readonly string[]): string {
  return `${path.join('.')}=`;
}

/** Those that fills copy, each of which is among the related paths. */
function copiedPaths(entity: CompiledEntity): readonly (readonly string[])[] {
  const copies = entity.settled.flatMap(({ fills }) =>
    fills.flatMap(({ value }) => (value.kind === 'copy' && value.path.length > 1 ? [value.path] : [])),
  );
  return [...new Map(copies.map((path) => [wireKey(path), path])).values()];
}

function gathers(entity: CompiledEntity, [name = '']: readonly string[]): boolean {
  return entity.fields.get(name)?.computed?.kind === 'rollup';
}

/** Rules judge on everything, so these joins know no row rule. */
function unrestrictedJoins(
  judge: Judgement,
  entity: CompiledEntity,
): {
  column(path: readonly string[]): Sql;
  wire(path: readonly string[]): Sql;
  rows(path: readonly string[]): RowsSql;
  render(): Sql;
} {
  const known = new Map<string, string>();
  const clauses: Sql[] = [];
  const alias = (path: readonly string[]): string => {
    if (path.length === 0) return 'r';
    const key = path.join('.');
    const existing = known.get(key);
    if (existing) return existing;
    const from = alias(path.slice(0, -1));
    const relation = fieldAt(judge.model.entities, entity.name, path)?.relation;
    const target = relation?.kind === 'one' ? judge.model.entities.get(relation.entity) : undefined;
    if (!target) throw new Error(`${key} of ${entity.name} is not a look-up`);
    const made = `r${known.size + 1}`;
    known.set(key, made);
    clauses.push(
      sql` left join ${target.table} ${identifier(made)} on ${identifier(made, 'id')} = ${identifier(from, path.at(-1) ?? '')}`,
    );
    return made;
  };
  return {
    column: (path) => {
      const field = fieldAt(judge.model.entities, entity.name, path);
      if (!field) throw new Error(`no field ${path.join('.')} in ${entity.name}`);
      if (path.length === 1) return gatheredAt(judge, entity, field);
      const at = alias(path.slice(0, -1));
      if (field.type.scalar || field.linkTable || field.computed)
        return scalarOf(judge, field, { alias: at, sight: 'all' });
      return plainWire(field, at);
    },
    wire(path) {
      const field = fieldAt(judge.model.entities, entity.name, path);
      if (!field) throw new Error(`no field ${path.join('.')} in ${entity.name}`);
      return plainWire(field, alias(path.slice(0, -1)));
    },
    rows(path) {
      const field = fieldAt(judge.model.entities, entity.name, path);
      if (!field) throw new Error(`no field ${path.join('.')} in ${entity.name}`);
      const at = alias(path.slice(0, -1));
      return childRows(judge, field, { id: identifier(at, 'id'), alias: at, sight: 'all' });
    },
    render: () => join(clauses, ''),
  };
}

/** Of a record that is yet to be made nothing leads to it: none, and a sum of nothing. */
function gatheredAt(judge: Judgement, entity: CompiledEntity, field: CompiledField): Sql {
  const stored = sql`(select ${scalarOf(judge, field, { alias: 'x', sight: 'all' })} from ${entity.table} x where x.id = r.id)`;
  const way = field.computed?.kind === 'rollup' ? field.computed.definition.function : 'first';
  return way === 'count' || way === 'sum' || way === 'distinct' ? sql`coalesce(${stored}, 0)` : stored;
}
