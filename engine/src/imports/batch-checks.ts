// What is asked of every row of a batch as it is written: look-ups lead to rows that the importer sees, the row stays within
// what they may make and see, and no unique value stands twice. As SQL over `v`, the row to be, and `r`, the stored one.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledField } from '../model/model.ts';
import { predicate, rowRule, scalarOf } from '../records/judgement.ts';
import type { ImportPlan } from './columns.ts';

export interface BatchCheck {
  /** The field that it protects; null: the row as a whole. */
  readonly field: CompiledField | null;
  readonly code: 'read_only' | 'record_not_found' | 'not_yours' | 'duplicate';
  /** True of a row `v` that may be written, where `r` is the stored one. */
  readonly holds: Sql;
}

export function guardsOf(plan: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  return [...fieldGuards(plan, action), ...lookupGuards(plan, action), ...rowGuards(plan, action)];
}

/** Fields that the importer may set on some rows only: judged on the row as it is, or as it is born. */
function fieldGuards({ judge, entity, columns }: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  const fields = new Set(columns.filter((column) => !column.keyOnly).map(({ field }) => field));
  return [...fields].flatMap((field): BatchCheck[] => {
    const access = judge.access.field(entity.name, field.name, action);
    if (typeof access === 'string') return [];
    const may = predicate(judge, entity, access.expression, action === 'create' ? 'v' : 'r');
    return [{ field, code: 'read_only', holds: sql`(${untouched(field, action)} or ${may})` }];
  });
}

function lookupGuards({ judge, entity, columns }: ImportPlan, action: 'create' | 'update'): BatchCheck[] {
  const fields = action === 'create' ? entity.fields.values() : new Set(columns.map(({ field }) => field));
  return [...fields].flatMap((field): BatchCheck[] => {
    const target =
      field.relation?.kind === 'one' && field.writable ? judge.model.entities.get(field.relation.entity) : undefined;
    if (!target) return [];
    const column = identifier('v', field.name);
    const rule = rowRule(judge, target, 'read', 'g');
    const seen = sql`exists (select 1 from ${target.table} g where g.id = ${column} and g.deleted_at is null${rule ? sql` and ${rule}` : sql``})`;
    return [
      { field, code: 'record_not_found', holds: sql`(${column} is null or ${untouched(field, action)} or ${seen})` },
    ];
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
export function uniqueChecks({ entity }: ImportPlan): BatchCheck[] {
  const single = [...entity.fields.values()]
    .filter((field) => field.unique || entity.autoNumbers.includes(field))
    .map((field) => [field]);
  const several = Object.values(entity.definition.indexes ?? {})
    .filter((index) => index.unique)
    .map((index) => index.fields.flatMap((name) => entity.fields.get(name) ?? []));
  return [...single, ...several].flatMap((fields) => {
    const equal = fields.map((field) => sql`${scalarOf(field, 't')} = ${scalarOf(field, 'v')}`);
    const [field = null] = fields;
    const holds = sql`not exists (select 1 from ${entity.table} t where ${join(equal, ' and ')} and t.deleted_at is null and t.id <> v.id)`;
    return [{ field, code: 'duplicate', holds }];
  });
}
