// The statements that write a batch: rows come as one JSON parameter, guards stand in the statement as they do for single
// records, and history and outbox rows are written by the same statement.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { changesBetween, keptByEngine, type Changes } from '../records/changes.ts';
import type { CompiledField } from '../model/model.ts';
import { batchEventCtes, type EventKind } from '../outbox/append.ts';
import { companionsAmong, companionValue, type SearchCompanion } from '../model/search-companion.ts';
import { storedFields } from '../model/stored-fields.ts';
import { guardsOf, type BatchCheck } from './batch-checks.ts';
import type { ImportPlan } from './columns.ts';
import type { Draft } from './judge-rows.ts';
import { settledFields } from './settled-fields.ts';

/** A row of a batch: a draft as its columns hold it, and what it changes. */
export interface BatchRow {
  readonly id: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly changes: Changes;
}

/** Makes the rows of a plan's batches. */
export function rowMaker(plan: ImportPlan): (draft: Draft) => BatchRow {
  const set = setFields(plan);
  const written = writtenFields(plan);
  const beside = { set: companionsAmong(plan.entity, set), written: companionsAmong(plan.entity, written) };
  return ({ id, values, old }) => {
    const whole = old ? { ...old.values, ...values } : values;
    const columns = {
      ...columnValues(old ? written : set, whole),
      ...companionValues(old ? beside.written : beside.set, whole),
    };
    const changes = changesBetween(old?.values ?? null, values, keptByEngine);
    return { id, columns: { id, ...(old ? { was_version: old.version } : {}), ...columns }, changes };
  };
}

/** Rows that a guard stops or that are there already are left out. @returns the ids that were written. */
export function insertBatch(plan: ImportPlan, rows: readonly BatchRow[]): Sql {
  const columns = writtenColumns(plan, setFields(plan), 'created');
  const names = join(
    ['id', ...columns].map((name) => identifier(name)),
    ', ',
  );
  const values = join([sql`v.id`, ...columns.map((name) => identifier('v', name))], ', ');
  const passed = guardsOf(plan, 'create').map(({ holds }) => sql` and ${holds}`);
  const source = sql`${newRows(plan, rows)} where true${join(passed, '')}`;
  const inserted = sql`insert into ${plan.entity.table} (${names}) select ${values} from ${source} on conflict do nothing returning id, version`;
  return sql`with w as (${inserted})${events(plan, 'created', rows)} select id from w`;
}

/** Each row is guarded by the version that it was judged by. @returns the ids that were written. */
export function updateBatch(plan: ImportPlan, rows: readonly BatchRow[]): Sql {
  const columns = writtenColumns(plan, writtenFields(plan), 'updated');
  const changes = join(
    [...columns.map((name) => sql`${identifier(name)} = ${identifier('v', name)}`), sql`version = r.version + 1`],
    ', ',
  );
  const passed = guardsOf(plan, 'update').map(({ holds }) => sql` and ${holds}`);
  const updated = sql`update ${plan.entity.table} r set ${changes} from ${changedRows(plan, rows)}
    where r.id = v.id and r.version = v.was_version${join(passed, '')} returning r.id, r.version`;
  return sql`with w as (${updated})${events(plan, 'updated', rows)} select id from w`;
}

/** One row a draft: its `id`, and a boolean for each check. */
export function diagnoseBatch(plan: ImportPlan, drafts: readonly Draft[], checks: readonly BatchCheck[]): Sql {
  const made = drafts.map(rowMaker(plan));
  const rows = drafts[0]?.old ? changedRows(plan, made) : newRows(plan, made);
  const answers = checks.map(({ holds }, index) => sql`, (${holds}) is true as ${raw(`c${index}`)}`);
  return sql`select v.id${join(answers, '')} from ${rows} left join ${plan.entity.table} r on r.id = v.id`;
}

/** Whatever a new row of this plan may set; the same for every batch, so that the statement is prepared once. */
function setFields({ entity, columns }: ImportPlan): CompiledField[] {
  const set = new Set([...mappedFields(columns), ...settledFields(entity, 'create'), ...entity.autoNumbers]);
  return storedFields(entity).filter((field) => set.has(field));
}

function writtenFields({ entity, columns }: ImportPlan): CompiledField[] {
  return [...new Set([...mappedFields(columns), ...settledFields(entity, 'update')])];
}

function mappedFields(columns: ImportPlan['columns']): readonly CompiledField[] {
  return columns.filter((column) => !column.keyOnly).map(({ field }) => field);
}

function stampFields({ entity }: ImportPlan, kind: 'created' | 'updated'): CompiledField[] {
  const names =
    kind === 'created' ? ['created_at', 'created_by', 'updated_at', 'updated_by'] : ['updated_at', 'updated_by'];
  return names.flatMap((name) => entity.fields.get(name) ?? []);
}

/** Fields with their search companions, and who writes when. */
function writtenColumns(plan: ImportPlan, fields: readonly CompiledField[], kind: 'created' | 'updated'): string[] {
  const names = [...fields, ...stampFields(plan, kind)].map(({ name }) => name);
  return [...names, ...companionsAmong(plan.entity, fields).map(({ column }) => column)];
}

/** `(…) v`: every column of the rows to be, so that any rule can be asked of them. */
function newRows(plan: ImportPlan, rows: readonly BatchRow[]): Sql {
  const fields = setFields(plan);
  const stamps = new Set(stampFields(plan, 'created').map((field) => field.name));
  const columns = storedFields(plan.entity).map((field) => {
    const value =
      field.name === 'id'
        ? sql`j.id`
        : stamps.has(field.name)
          ? stamp(plan, field)
          : fields.includes(field)
            ? given(fields, field)
            : sql`null::${raw(typeOf(field))}`;
    return sql`${value} as ${identifier(field.name)}`;
  });
  const { given: beside, type } = companionColumns(companionsAmong(plan.entity, fields));
  return sql`(select ${join(columns, ', ')}${beside} from json_to_recordset(${jsonOf(rows)}::json) j(id uuid${recordType(fields)}${type})) v`;
}

/** As `newRows`, over the stored ones; `was_version` is the version that the draft was judged by. */
function changedRows(plan: ImportPlan, rows: readonly BatchRow[]): Sql {
  const fields = writtenFields(plan);
  const stamps = new Set(stampFields(plan, 'updated').map((field) => field.name));
  const columns = storedFields(plan.entity).map((field) => {
    const value = stamps.has(field.name)
      ? stamp(plan, field)
      : fields.includes(field)
        ? given(fields, field)
        : identifier('o', field.name);
    return sql`${value} as ${identifier(field.name)}`;
  });
  const { given: beside, type } = companionColumns(companionsAmong(plan.entity, fields));
  return sql`(select ${join(columns, ', ')}, j.was_version${beside} from json_to_recordset(${jsonOf(rows)}::json) j(id uuid, was_version int${recordType(fields)}${type})
    join ${plan.entity.table} o on o.id = j.id) v`;
}

/** Field types give the columns' own values; JSON columns come as text, because that is what they give. */
function columnValues(
  fields: readonly CompiledField[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { name, type }] of fields.entries()) {
    const value = values[name];
    // A member that is absent reads as null.
    if (value !== null && value !== undefined) row[`f${index}`] = type.toColumn ? type.toColumn(value) : value;
  }
  return row;
}

/** As `p0`, `p1` and so on. */
function companionValues(
  companions: readonly SearchCompanion[],
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [index, { field }] of companions.entries()) {
    const text = companionValue(field, values[field.name]);
    if (text !== null) row[`p${index}`] = text;
  }
  return row;
}

function companionColumns(companions: readonly SearchCompanion[]): { readonly given: Sql; readonly type: Sql } {
  const given = companions.map(({ column }, index) => sql`, j.${raw(`p${index}`)} as ${identifier(column)}`);
  return { given: join(given, ''), type: raw(companions.map((_, index) => `, p${index} text`).join('')) };
}

function recordType(fields: readonly CompiledField[]): Sql {
  return join(
    fields.map((field, index) => sql`, ${raw(`f${index}`)} ${raw(typeOf(field) === 'jsonb' ? 'text' : typeOf(field))}`),
    '',
  );
}

function given(fields: readonly CompiledField[], field: CompiledField): Sql {
  const cell = sql`j.${raw(`f${fields.indexOf(field)}`)}`;
  return typeOf(field) === 'jsonb' ? sql`${cell}::jsonb` : cell;
}

function stamp({ judge }: ImportPlan, field: CompiledField): Sql {
  const { now, actor } = judge.asker;
  return field.name.endsWith('_at') ? sql`${now}::timestamptz` : sql`${actor.userId}::uuid`;
}

function typeOf(field: CompiledField): string {
  return field.column?.type ?? 'text';
}

function jsonOf(rows: readonly BatchRow[]): string {
  return JSON.stringify(rows.map(({ columns }) => columns));
}

function events(plan: ImportPlan, kind: EventKind, rows: readonly BatchRow[]): Sql {
  const { judge, entity } = plan;
  // Parsed once as a whole: as a column of a record set, each of them would be parsed twice.
  const each = sql`(select u.id, x.changes from unnest(${rows.map(({ id }) => id)}::uuid[]) with ordinality u(id, n)
    join jsonb_array_elements(${JSON.stringify(rows.map(({ changes }) => changes))}::jsonb) with ordinality x(changes, n) using (n))`;
  return batchEventCtes(
    {
      schema: judge.model.workspace,
      kind,
      entity: entity.name,
      actor: judge.asker.actor.userId,
      history: entity.history,
    },
    each,
  );
}
