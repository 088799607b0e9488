// Stage 3 of a write, beside the stored row: values behind look-ups, as far as any rule, condition or default reads them.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { fieldAt } from '../model/scope.ts';
import type { Judgement } from './judgement.ts';
import { scalarOf } from './row-sql.ts';
import type { Stored } from './record-context.ts';
import { plainWire } from './render-sql.ts';

/** Values behind the look-ups of a record that is about to be: `{ "author.country": "IE" }`. */
export async function loadRelated(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  values: Stored,
): Promise<Stored> {
  const [related] = await loadRelatedOf(judge, connection, entity, [values]);
  return related ?? {};
}

/** As `loadRelated`, for many records by one query; in their order. */
export async function loadRelatedOf(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  records: readonly Stored[],
): Promise<readonly Stored[]> {
  const paths = relatedPaths(entity);
  if (paths.length === 0 || records.length === 0) return records.map(() => ({}));
  const roots = [...new Set(paths.map(([root = '', ...rest]) => (rest.length ? root : 'id')))];
  const known = roots.map((root) => sql`${records.map((values) => values[root] ?? null)}::uuid[]`);
  const names = join(
    [...roots, '#'].map((name) => identifier(name)),
    ', ',
  );
  const joined = unrestrictedJoins(judge, entity);
  const columns = paths.map((path) => sql`${joined.column(path)} as ${identifier(path.join('.'))}`);
  return connection.prepared(
    sql`select ${join(columns, ', ')} from unnest(${join(known, ', ')}) with ordinality r(${names})${joined.render()} order by r."#"`,
  );
}

/** Paths through look-ups, and roll-ups, that any rule, condition or default of the entity reads. */
export function relatedPaths(entity: CompiledEntity): readonly (readonly string[])[] {
  let paths = pathsOf.get(entity);
  if (!paths) {
    const all = [...entity.fields.values()].flatMap((field) => [
      field.required,
      field.visible,
      field.readOnly,
      field.defaultValue.kind === 'expression' ? field.defaultValue.expression : false,
    ]);
    const expressions = [...all, ...entity.rules.flatMap((rule) => [rule.when, rule.check])];
    const distinct = new Map<string, readonly string[]>();
    for (const expression of expressions)
      if (typeof expression !== 'boolean')
        for (const path of expression.paths)
          if (path.length > 1 || gathers(entity, path)) distinct.set(path.join('.'), path);
    pathsOf.set(entity, (paths = [...distinct.values()]));
  }
  return paths;
}

function gathers(entity: CompiledEntity, [name = '']: readonly string[]): boolean {
  return entity.fields.get(name)?.computed?.kind === 'rollup';
}

const pathsOf = new WeakMap<CompiledEntity, readonly (readonly string[])[]>();

/** Rules judge on everything, so these joins know no row rule. */
function unrestrictedJoins(
  judge: Judgement,
  entity: CompiledEntity,
): { column(path: readonly string[]): Sql; render(): Sql } {
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
    render: () => join(clauses, ''),
  };
}

/** Of a record that is yet to be made nothing leads to it: none, and a sum of nothing. */
function gatheredAt(judge: Judgement, entity: CompiledEntity, field: CompiledField): Sql {
  const stored = sql`(select ${scalarOf(judge, field, { alias: 'x', sight: 'all' })} from ${entity.table} x where x.id = r.id)`;
  const way = field.computed?.kind === 'rollup' ? field.computed.definition.function : 'first';
  return way === 'count' || way === 'sum' || way === 'distinct' ? sql`coalesce(${stored}, 0)` : stored;
}
