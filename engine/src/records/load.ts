// Stage 3 of a write, the first to touch the database: the stored row with what the asker may do to it, held where others must wait.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Connection, Row } from '../db/database.ts';
import type { RecordAction } from '../model/access.ts';
import type { CompiledEntity } from '../model/model.ts';
import { storedFields } from '../model/stored-fields.ts';
import { late, prepare } from '../db/statement.ts';
import { Refusal } from '../problems/problem.ts';
import type { Judgement } from './judgement.ts';
import { rowRule } from './row-sql.ts';
import { planned } from './plan-cache.ts';
import type { Stored } from './record-context.ts';
import { plainWire } from './render-sql.ts';

export interface StoredRecord {
  readonly id: string;
  readonly values: Stored;
  readonly version: number;
  readonly deletedAt: string | null;
}

/**
 * How a row is held until the transaction ends. For a change of it: other writers wait. For its removal: so does whoever is
 * about to look it up, and whoever has just done so is waited for. Records are held before those that refer to them, and these
 * in the order of their ids; where records lead round in a circle PostgreSQL ends one of two that wait for each other.
 */
export type Hold = 'change' | 'removal';

export interface LoadTarget {
  readonly id: string;
  readonly action: RecordAction;
  readonly trashed?: boolean;
  readonly hold?: Hold | null;
}

/**
 * The whole stored row, for rules and history, whatever the asker may read of it.
 * @throws not_found where the asker cannot see it, forbidden where they can but may not do this.
 */
export async function loadRecord(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  target: LoadTarget,
): Promise<StoredRecord> {
  const { action, trashed = false, hold = null } = target;
  const plan = planned(judge, `load ${entity.name} ${action} ${trashed} ${hold ?? ''}`, (deferred) =>
    prepare(loadStatement(deferred, entity, { action, trashed, hold })),
  );
  const [row] = await connection.run(plan, { asker: judge.asker, id: target.id });
  if (!row || row['seen'] !== true) throw new Refusal('not_found');
  if (row['allowed'] !== true) throw new Refusal('forbidden');
  return storedRecord(row);
}

/** All records outside the trash that look up `id`, but for `without`, held until the transaction ends. */
export async function holdReferrers(
  connection: Connection,
  referrer: CompiledEntity,
  lookup: { readonly field: string; readonly id: string; readonly without: Iterable<string> },
  hold: Hold,
): Promise<readonly StoredRecord[]> {
  const rows = await connection.prepared(sql`select ${wholeRow(referrer)} as record from ${referrer.table} r
    where ${identifier('r', lookup.field)} = ${lookup.id}::uuid and r.deleted_at is null and r.id <> all(${[...lookup.without]}::uuid[])
    order by r.id${holding(hold)}`);
  return rows.map(storedRecord);
}

/** One live row, held for a change whatever the asker may do with it; null where there is none. */
export async function holdRecord(
  connection: Connection,
  entity: CompiledEntity,
  id: string,
): Promise<StoredRecord | null> {
  const [row] = await connection.prepared(sql`select ${wholeRow(entity)} as record from ${entity.table} r
    where r.id = ${id}::uuid and r.deleted_at is null${holding('change')}`);
  return row ? storedRecord(row) : null;
}

/** Whole live rows among these, whatever the asker may read of them. */
export async function liveRecords(
  connection: Connection,
  entity: CompiledEntity,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  const rows = await connection.prepared(sql`select ${wholeRow(entity)} as record from ${entity.table} r
    where r.id = any(${ids}::uuid[]) and r.deleted_at is null`);
  return rows.map(storedRecord);
}

function loadStatement(
  judge: Judgement,
  entity: CompiledEntity,
  { action, trashed, hold }: Required<Omit<LoadTarget, 'id'>>,
): Sql {
  const may = (wanted: RecordAction): Sql => rowRule(judge, entity, wanted, 'r') ?? sql`true`;
  const id = late<{ id: string }>((binding) => binding.id);
  return sql`select ${wholeRow(entity)} as record, ${may('read')} as seen, ${may(action)} as allowed
    from ${entity.table} r where r.id = ${id}::uuid and r.deleted_at is ${raw(trashed ? 'not null' : 'null')}${hold ? holding(hold) : sql``}`;
}

/** The stored row `r` as one JSON object. */
function wholeRow(entity: CompiledEntity): Sql {
  const columns = storedFields(entity).map((field) => sql`${plainWire(field, 'r')} as ${identifier(field.name)}`);
  return sql`(select row_to_json(d.*) from (select ${join(columns, ', ')}) d)`;
}

/** A look-up's foreign key holds its target `for key share`, which only `for update` keeps off. */
function holding(hold: Hold): Sql {
  return raw(hold === 'removal' ? ' for update of r' : ' for no key update of r');
}

function storedRecord(row: Row): StoredRecord {
  const values = row['record'] as Record<string, unknown>;
  return {
    id: String(values['id']),
    values,
    version: Number(values['version']),
    deletedAt: (values['deleted_at'] as string | null) ?? null,
  };
}
