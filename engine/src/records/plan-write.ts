// Stage 5 of a write, pure: one statement that checks, writes, records history and outbox, and reads the answer back.
// Guards stand in the statement itself: a row that the asker may not make, or a look-up to a row that they may not see,
// writes nothing, and the caller then asks which guard it was.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { changesBetween, keptByEngine } from '../history/changes.ts';
import { eventCtes, type EventKind } from '../outbox/append.ts';
import { rowRule, type Judgement } from './judgement.ts';
import { joinsOf } from './joins.ts';
import { storedFields } from './load.ts';
import type { Stored } from './record-context.ts';
import { rowJson } from './render-sql.ts';
import type { SelectTree } from './select.ts';

export interface RowWrite {
  readonly judge: Judgement;
  readonly entity: CompiledEntity;
  readonly id: string;
  /** The canonical values to store, by field. */
  readonly values: Stored;
  readonly kind: EventKind;
  /** null: a new row. */
  readonly old: { readonly values: Stored; readonly version: number } | null;
  /** Changes beside the row itself, such as links, for history. */
  readonly beside: Stored;
  readonly answer: SelectTree;
}

export interface Guard {
  /** The look-up it protects; null: the row as a whole. */
  readonly field: CompiledField | null;
  /** Over the row to be, called `v`. */
  readonly condition: Sql;
}

export interface WritePlan {
  /** Gives one row `json` (null where the asker may not read it); none where a guard or the version stopped it. */
  readonly statement: Sql;
  /** Gives one boolean column per guard, for a write that was stopped. */
  readonly diagnosis: Sql | null;
  readonly guards: readonly Guard[];
}

export function planWrite(write: RowWrite): WritePlan {
  const guards = guardsOf(write);
  const row = rowToBe(write);
  const passed = guards.length ? sql` and ${join(guards.map((guard) => guard.condition), ' and ')}` : sql``;
  const written = write.old ? updated(write, guards.length ? row : null, passed, write.old.version) : inserted(write, row, passed);
  const changes = changesBetween(write.old?.values ?? null, { ...write.values, ...write.beside }, keptByEngine);
  const events = eventCtes({
    schema: write.judge.model.workspace,
    kind: write.kind,
    entity: write.entity.name,
    actor: write.judge.asker.actor.userId,
    changes,
    history: write.entity.history,
  });
  const joins = joinsOf(write.judge, write.entity);
  const json = rowJson(write.judge, write.answer, joins);
  return {
    statement: sql`with w as (${written})${events} select ${json}::text as json from w r${joins.render()}`,
    diagnosis: guards.length
      ? sql`select ${join(guards.map((guard, index) => sql`${guard.condition} as ${raw(`g${index}`)}`), ', ')} from ${row}`
      : null,
    guards,
  };
}

/** Parameters of the column's own type. */
export function columnValue(field: CompiledField, value: unknown): Sql {
  const stored = value === null || value === undefined ? null : field.type.toColumn ? field.type.toColumn(value) : value;
  return sql`${stored}::${raw(field.column?.type ?? 'text')}`;
}

function guardsOf(write: RowWrite): Guard[] {
  const { judge, entity } = write;
  const lookups = [...entity.fields.values()].flatMap((field) => {
    const value = write.values[field.name];
    if (field.relation?.kind !== 'one' || !field.writable || value === null || value === undefined) return [];
    if (write.old && write.old.values[field.name] === value) return [];
    const target = judge.model.entities.get(field.relation.entity);
    if (!target) return [];
    const rule = rowRule(judge, target, 'read', 'g');
    const found = sql`g.id = v.${identifier(field.name)} and g.deleted_at is null${rule ? sql` and ${rule}` : sql``}`;
    return [{ field, condition: sql`exists (select 1 from ${target.table} g where ${found})` }];
  });
  const actions = write.old ? (['update', 'read'] as const) : (['create', 'read'] as const);
  const rows = write.kind === 'deleted' || write.kind === 'restored' ? [] : actions;
  const rowGuards = rows.flatMap((action) => {
    const condition = rowRule(judge, entity, action, 'v');
    // Write-only roles exist (a public form): who may read nothing at all is not asked to read the new row.
    if (!condition || judge.access.row(entity.name, action).kind === 'none') return [];
    return [{ field: null, condition }];
  });
  return [...lookups, ...rowGuards];
}

/** `(select … as id, … ) v`: every column as it will be, for guards and insert alike. */
function rowToBe(write: RowWrite): Sql {
  const columns = storedFields(write.entity).map((field) => {
    if (field.name === 'id') return sql`${write.id}::uuid as id`;
    const value = Object.hasOwn(write.values, field.name) ? write.values[field.name] : (write.old?.values[field.name] ?? null);
    return sql`${columnValue(field, value)} as ${identifier(field.name)}`;
  });
  return sql`(select ${join(columns, ', ')}) v`;
}

function inserted(write: RowWrite, row: Sql, passed: Sql): Sql {
  const set = storedFields(write.entity).filter((field) => Object.hasOwn(write.values, field.name));
  const names = join([identifier('id'), ...set.map((field) => identifier(field.name))], ', ');
  const values = join([sql`v.id`, ...set.map((field) => identifier('v', field.name))], ', ');
  return sql`insert into ${write.entity.table} (${names}) select ${values} from ${row} where true${passed} returning ${returned(write)}`;
}

function updated(write: RowWrite, row: Sql | null, passed: Sql, version: number): Sql {
  const set = storedFields(write.entity).filter((field) => Object.hasOwn(write.values, field.name));
  const changes = set.map((field) => sql`${identifier(field.name)} = ${columnValue(field, write.values[field.name])}`);
  const source = row ? sql` from ${row}` : sql``;
  const target = sql`r.id = ${write.id}::uuid and r.version = ${version}::int`;
  return sql`update ${write.entity.table} r set ${join([...changes, sql`version = r.version + 1`], ', ')}${source} where ${target}${passed} returning ${returned(write, 'r')}`;
}

function returned(write: RowWrite, alias?: string): Sql {
  const names = storedFields(write.entity).map((field) => (alias ? identifier(alias, field.name) : identifier(field.name)));
  return join(names, ', ');
}
