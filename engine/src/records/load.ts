// Stage 3 of a write, the first to touch the database: the stored row with what the asker may do to it, and values behind look-ups.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { RecordAction } from '../model/access.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { fieldAt } from '../model/scope.ts';
import { late, prepare } from '../db/statement.ts';
import { Refusal } from '../problems/problem.ts';
import { rowRule, scalarOf, type Judgement } from './judgement.ts';
import { planned } from './plan-cache.ts';
import type { Stored } from './record-context.ts';
import { plainWire } from './render-sql.ts';

export interface StoredRecord {
  readonly values: Stored;
  readonly version: number;
  readonly deletedAt: string | null;
}

/**
 * The whole stored row, for rules and history, whatever the asker may read of it.
 * @throws not_found where the asker cannot see it, forbidden where they can but may not do this.
 */
export async function loadRecord(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  target: { readonly id: string; readonly action: RecordAction; readonly trashed?: boolean },
): Promise<StoredRecord> {
  const trashed = target.trashed === true;
  const plan = planned(judge, `load ${entity.name} ${target.action} ${trashed}`, (deferred) =>
    prepare(loadStatement(deferred, entity, target.action, trashed)),
  );
  const [row] = await connection.run(plan, { asker: judge.asker, id: target.id });
  if (!row || row['seen'] !== true) throw new Refusal('not_found');
  if (row['allowed'] !== true) throw new Refusal('forbidden');
  const values = row['record'] as Record<string, unknown>;
  return { values, version: Number(values['version']), deletedAt: (values['deleted_at'] as string | null) ?? null };
}

function loadStatement(judge: Judgement, entity: CompiledEntity, action: RecordAction, trashed: boolean): Sql {
  const columns = storedFields(entity).map((field) => sql`${plainWire(field, 'r')} as ${identifier(field.name)}`);
  const may = (wanted: RecordAction): Sql => rowRule(judge, entity, wanted, 'r') ?? sql`true`;
  const id = late<{ id: string }>((binding) => binding.id);
  return sql`select (select row_to_json(d) from (select ${join(columns, ', ')}) d) as record, ${may('read')} as seen, ${may(action)} as allowed
    from ${entity.table} r where r.id = ${id}::uuid and r.deleted_at is ${raw(trashed ? 'not null' : 'null')}`;
}

/** Values behind the look-ups of a record that is about to be: `{ "account.industry": "tech" }`. */
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
  const roots = [...new Set(paths.map(([root]) => root ?? ''))];
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

/** Paths through look-ups that any rule, condition or default of the entity reads. */
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
        for (const path of expression.paths) if (path.length > 1) distinct.set(path.join('.'), path);
    pathsOf.set(entity, (paths = [...distinct.values()]));
  }
  return paths;
}

const pathsOf = new WeakMap<CompiledEntity, readonly (readonly string[])[]>();

/** The fields that have a column. */
export function storedFields(entity: CompiledEntity): readonly CompiledField[] {
  return [...entity.fields.values()].filter((field) => field.column !== null);
}

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
      const at = alias(path.slice(0, -1));
      return field.type.scalar || field.linkTable ? scalarOf(field, at) : plainWire(field, at);
    },
    render: () => join(clauses, ''),
  };
}
