// The filter of a look-up restricts which records may be chosen. It is asked when the field or what its filter reads is touched,
// so that what was chosen before can stay. While the record that refers is blank there, as forms begin, nothing is held back.
import { referrerName } from '@trellis/metadata/choice-filter';
import { sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import type { Connection } from '../db/database.ts';
import type { ChoiceFilter, CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from './judgement.ts';
import { columnAt, resolvingAt, rowRule } from './row-sql.ts';
import { linkedIds } from './links.ts';
import type { StoredRecord } from './load.ts';
import { contextFor, type Stored } from './record-context.ts';
import { isBlank } from './same-value.ts';

export interface Choosing {
  readonly entity: CompiledEntity;
  /** What the write sets; of a stored record only what changes. */
  readonly given: Stored;
  /** null: the record is about to be made. */
  readonly stored: StoredRecord | null;
}

/**
 * Whether the field's filter lets the choice be. A record that the asker does not see is none of its business: it is not found,
 * whatever the filter says of it.
 */
export async function mayChoose(
  judge: Judgement,
  connection: Connection,
  field: CompiledField,
  { entity, given, stored }: Choosing,
): Promise<boolean> {
  const { choices, relation } = field;
  const target = relation && 'entity' in relation ? judge.model.entities.get(relation.entity) : undefined;
  if (!choices || !target) return true;
  const moved = [...choices.referrerFields].some((name) => Object.hasOwn(given, name));
  if (!Object.hasOwn(given, field.name) && !(stored && moved)) return true;
  const merged = { ...stored?.values, ...given };
  if ([...choices.referrerFields].some((name) => isBlank(merged[name]))) return true;
  const ids = await chosen(connection, field, { merged, stored, all: moved });
  if (ids.length === 0) return true;
  const { record } = contextFor(judge, entity, { values: merged, related: {} });
  const holds = choicePredicate(judge, choices, {
    target,
    alias: 't',
    referrer: (path) => behind(judge, entity, record, path),
  });
  const rule = rowRule(judge, target, 'read', 't');
  const refused = await connection.prepared(sql`select 1 from ${target.table} t
    where t.id = any(${ids}::uuid[]) and t.deleted_at is null${rule ? sql` and ${rule}` : sql``} and (${holds}) is not true limit 1`);
  return refused.length === 0;
}

/** The filter over `alias`, a row of the target; `referrer` gives what a path of the referring record stands for. */
export function choicePredicate(
  judge: Judgement,
  { expression }: ChoiceFilter,
  at: { readonly target: CompiledEntity; readonly alias: string; referrer(path: readonly string[]): Sql },
): Sql {
  const chosen = resolvingAt(judge, at.target, { alias: at.alias, sight: 'all' });
  const names = (path: readonly string[]): Sql =>
    path[0] === referrerName ? at.referrer(path.slice(1)) : chosen(path);
  return toPredicateSql(expression.typed, Object.assign(names, { rows: chosen.rows }));
}

/** The ids to ask about: of links those that are new, or `all` of them where what the filter reads has changed. */
async function chosen(
  connection: Connection,
  field: CompiledField,
  { merged, stored, all }: { readonly merged: Stored; readonly stored: StoredRecord | null; readonly all: boolean },
): Promise<readonly unknown[]> {
  const value = merged[field.name];
  if (!field.linkTable) return isBlank(value) ? [] : [value];
  const held = stored ? ((await linkedIds(connection, stored.id, [field]))[field.name] ?? []) : [];
  const ids: readonly unknown[] = Array.isArray(value) ? value : held;
  return all ? ids : ids.filter((id) => !held.some((known) => known === id));
}

/** A value of the record to be, or one behind a look-up of it. */
function behind(
  judge: Judgement,
  entity: CompiledEntity,
  record: Stored,
  [first = '', ...rest]: readonly string[],
): Sql {
  const value = record[first];
  if (rest.length === 0) return sql`${value}`;
  const relation = entity.fields.get(first)?.relation;
  const target = relation?.kind === 'one' ? judge.model.entities.get(relation.entity) : undefined;
  if (!target) throw new Error(`${first} of ${entity.name} leads nowhere`);
  return sql`(select ${columnAt(judge, target, { alias: 'e', path: rest, sight: 'all' })} from ${target.table} e where e.id = ${value}::uuid)`;
}
