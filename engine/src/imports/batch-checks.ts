// What is asked of every row of a batch as it is written: look-ups lead to rows that the importer sees, the row stays within
// what they may make and see, and no unique value stands twice. As SQL over `v`, the row to be, and `r`, the stored one.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledField } from '../model/model.ts';
import { choicePredicate } from '../records/choice-filter.ts';
import { predicate, rowRule, columnAt, scalarOf } from '../records/row-sql.ts';
import type { ImportPlan } from './columns.ts';
import { settledFields } from './settled-fields.ts';

export interface BatchCheck {
  /** The field that it protects; null: the row as a whole. */
  readonly field: CompiledField | null;
  readonly code: 'read_only' | 'record_not_found' | 'not_offered' | 'not_yours' | 'duplicate';
  /** True of a row `v` that may be written, where `r` is the stored one. */
  readonly holds: Sql;
}

export function guardsOf(plan: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  return [
    ...fieldGuards(plan, action),
    ...lookupGuards(plan, action),
    ...choiceGuards(plan, action),
    ...rowGuards(plan, action),
  ];
}

/** Fields that the importer may set on some rows only: judged on the row as it will be, and on the one that stands. */
function fieldGuards({ judge, entity, columns }: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  const fields = new Set(columns.filter((column) => !column.keyOnly).map(({ field }) => field));
  return [...fields].flatMap((field): BatchCheck[] => {
    const access = judge.access.field(entity.name, field.name, action);
    if (typeof access === 'string') return [];
    const becoming = predicate(judge, entity, access.expression, 'v');
    const standing = predicate(judge, entity, access.expression, 'r');
    const may = action === 'create' ? becoming : sql`(${standing} and ${becoming})`;
    return [{ field, code: 'read_only', holds: sql`(${untouched(field, action)} or ${may})` }];
  });
}

function lookupGuards({ judge, entity, columns }: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  const changed = [...columns.map(({ field }) => field), ...settledFields(entity, action)];
  const fields = action === 'create' ? entity.fields.values() : new Set(changed);
  return [...fields].flatMap((field): BatchCheck[] => {
    const target =
      field.relation?.kind === 'one' && field.writable ? judge.model.entities.get(field.relation.entity) : undefined;
    if (!target) return [];
    const column = identifier('v', field.name);
    // Whether the importer sees what the engine fills in is not asked.
    const rule = columns.some((column) => column.field === field) ? rowRule(judge, target, 'read', 'g') : null;
    const seen = sql`exists (select 1 from ${target.table} g where g.id = ${column} and g.deleted_at is null${rule ? sql` and ${rule}` : sql``})`;
    return [
      { field, code: 'record_not_found', holds: sql`(${column} is null or ${untouched(field, action)} or ${seen})` },
    ];
  });
}

/** Where the field or what its filter reads is touched: the record chosen, if the importer sees it, is one that the filter offers. */
function choiceGuards({ judge, entity, columns }: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  const written = new Set(
    [...columns.map(({ field }) => field), ...settledFields(entity, action)].map(({ name }) => name),
  );
  return [...entity.fields.values()].flatMap((field): BatchCheck[] => {
    const { choices, relation } = field;
    const target = relation?.kind === 'one' && field.writable ? judge.model.entities.get(relation.entity) : undefined;
    if (!choices || !target) return [];
    const read = [...choices.referrerFields].flatMap((name) => entity.fields.get(name) ?? []);
    const decisive = [field, ...read].filter(({ column }) => column !== null);
    if (action === 'update' && !decisive.some(({ name }) => written.has(name))) return [];
    const blank = decisive.map(({ name }) => sql`${identifier('v', name)} is null`);
    const still = decisive.map((each) => untouched(each, 'update'));
    const free = action === 'create' ? join(blank, ' or ') : sql`${join(blank, ' or ')} or (${join(still, ' and ')})`;
    const referrer = (path: readonly string[]): Sql => columnAt(judge, entity, { alias: 'v', path, sight: 'all' });
    const offers = choicePredicate(judge, choices, { target, alias: 'g', referrer });
    const rule = rowRule(judge, target, 'read', 'g');
    const refused = sql`exists (select 1 from ${target.table} g where g.id = ${identifier('v', field.name)}
      and g.deleted_at is null${rule ? sql` and ${rule}` : sql``} and (${offers}) is not true)`;
    return [{ field, code: 'not_offered', holds: sql`(${free} or not ${refused})` }];
  });
}

function rowGuards({ judge, entity }: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  return ([action, 'read'] as const).flatMap((right): BatchCheck[] => {
    const rule = rowRule(judge, entity, right, 'v');
    // Write-only roles exist: who may read nothing at all is not asked to read the new row.
    if (!rule || judge.access.row(entity.name, right).kind === 'none') return [];
    return [{ field: null, code: 'not_yours', holds: rule }];
  });
}

/** A blank of a new row, or what the stored row has already. */
function untouched(field: CompiledField, action: 'create' | 'update'): Sql {
  const column = identifier('v', field.name);
  return action === 'create'
    ? sql`${column} is null`
    : sql`${column} is not distinct from ${identifier('r', field.name)}`;
}

/** What a unique index would have against a new row; a null in it never meets anything. */
export function uniqueChecks({ judge, entity }: ImportPlan): BatchCheck[] {
  const single = [...entity.fields.values()]
    .filter((field) => field.unique || entity.autoNumbers.includes(field))
    .map((field) => [field]);
  const several = Object.values(entity.definition.indexes ?? {})
    .filter((index) => index.unique)
    .map((index) => index.fields.flatMap((name) => entity.fields.get(name) ?? []));
  return [...single, ...several].flatMap((fields) => {
    const equal = fields.map(
      (field) =>
        sql`${scalarOf(judge, field, { alias: 't', sight: 'all' })} = ${scalarOf(judge, field, { alias: 'v', sight: 'all' })}`,
    );
    const [field = null] = fields;
    const holds = sql`not exists (select 1 from ${entity.table} t where ${join(equal, ' and ')} and t.deleted_at is null and t.id <> v.id)`;
    return [{ field, code: 'duplicate', holds }];
  });
}
