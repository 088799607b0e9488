// Stage 5 of a write, pure: one statement that checks, writes, records history and outbox, and reads the answer back.
// Guards stand in the statement itself: a row that the asker may not make, or a look-up to a row that they may not see,
// writes nothing, and the caller then asks which guard it was.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { late, prepare, type Prepared } from '../db/statement.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { companionsAmong, companionValue } from '../model/search-companion.ts';
import { changesBetween, keptByEngine } from './changes.ts';
import { eventCtes, type EventKind } from '../outbox/append.ts';
import type { AskerBinding, Judgement } from './judgement.ts';
import { predicate, rowRule } from './row-sql.ts';
import { storedColumns, storedFields } from '../model/stored-fields.ts';
import { withComputed } from './computed-columns.ts';
import { planned } from './plan-cache.ts';
import type { Stored } from './record-context.ts';
import { rowText, type RowPlan } from './row-text.ts';
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
  /** Fields that the asker sets by themselves, as against what the engine adds. */
  readonly given?: readonly CompiledField[];
}

export interface Guard {
  /** The field it protects; null: the row as a whole. */
  readonly field: CompiledField | null;
  readonly protects: 'lookup' | 'field' | 'row';
  /** Over the row to be, called `v`, and the stored one, called `r`. */
  readonly condition: Sql;
}

/** Gives one row; none where a guard or the version stopped it. */
export interface WritePlan extends RowPlan {
  /** Gives one boolean column per guard, for a write that was stopped. */
  readonly diagnosis: Prepared | null;
  readonly guards: readonly Guard[];
  readonly binding: WriteBinding;
}

interface WriteBinding extends AskerBinding {
  readonly id: string;
  readonly values: Stored;
  readonly old: Stored;
  readonly version: number;
  /** The changes as JSON, for history and outbox. */
  readonly changes: string;
}

/** Writes that set the same fields of an entity are one statement; the values come with each run. */
export function planWrite(write: RowWrite): WritePlan {
  const { judge, entity, kind, old } = write;
  const shape: WriteShape = {
    entity,
    kind,
    fields: storedFields(entity).filter((field) => Object.hasOwn(write.values, field.name)),
    ...changedLookups(write),
    restricted: restrictedFields(write),
    answer: write.answer,
  };
  const key = [
    kind,
    entity.name,
    names(shape.fields),
    names(shape.lookups),
    names(shape.filledLookups),
    names(shape.restricted),
    [...write.answer.nodes.keys()].join(','),
  ].join(' ');
  const plan = planned(judge, `write ${key}`, (deferred) => makeWritePlan(deferred, shape));
  const changes = changesBetween(old?.values ?? null, { ...write.values, ...write.beside }, keptByEngine);
  return {
    ...plan,
    binding: {
      asker: judge.asker,
      id: write.id,
      values: write.values,
      old: old?.values ?? {},
      version: old?.version ?? 0,
      changes: JSON.stringify(changes),
    },
  };
}

interface WriteShape {
  readonly entity: CompiledEntity;
  readonly kind: EventKind;
  /** What the row's own columns are set to. */
  readonly fields: readonly CompiledField[];
  /** Look-ups that lead somewhere new: what they lead to must be there for the asker. */
  readonly lookups: readonly CompiledField[];
  /** Those that the engine has filled in: whether the asker sees what they lead to is not asked. */
  readonly filledLookups: readonly CompiledField[];
  /** Given fields that the asker may set on some rows only. */
  readonly restricted: readonly CompiledField[];
  readonly answer: SelectTree;
}

function names(fields: readonly CompiledField[]): string {
  return fields.map(({ name }) => name).join(',');
}

function changedLookups({ entity, values, old, given }: RowWrite): Pick<WriteShape, 'lookups' | 'filledLookups'> {
  const changed = [...entity.fields.values()].filter((field) => {
    const value = values[field.name] ?? null;
    if (field.relation?.kind !== 'one' || !field.writable || value === null) return false;
    return !old || old.values[field.name] !== value;
  });
  const isFilled = (field: CompiledField): boolean => given !== undefined && !given.includes(field);
  return { lookups: changed.filter((field) => !isFilled(field)), filledLookups: changed.filter(isFilled) };
}

function restrictedFields({ judge, entity, kind, given = [] }: RowWrite): CompiledField[] {
  return given.filter((field) => typeof judge.access.field(entity.name, field.name, rightFor(kind)) !== 'string');
}

function rightFor(kind: EventKind): 'create' | 'update' {
  return kind === 'created' ? 'create' : 'update';
}

function makeWritePlan(judge: Judgement, shape: WriteShape): Omit<WritePlan, 'binding'> {
  const { entity } = shape;
  const guards = [...lookupGuards(judge, shape), ...fieldGuards(judge, shape), ...rowGuards(judge, shape)];
  const row = rowToBe(entity);
  const passed = guards.length
    ? sql` and ${join(
        guards.map((guard) => guard.condition),
        ' and ',
      )}`
    : sql``;
  const written =
    shape.kind === 'created' ? inserted(shape, row, passed) : updated(shape, guards.length ? row : null, passed);
  const events = eventCtes({
    schema: judge.model.workspace,
    kind: shape.kind,
    entity: entity.name,
    actor: late<WriteBinding>(({ asker }) => asker.actor.userId),
    changes: late<WriteBinding>(({ changes }) => changes),
    history: entity.history,
  });
  const answer = rowText(judge, shape.answer, 'r');
  const source = { from: raw('w'), alias: 'r', columns: storedColumns(entity) };
  const answered = withComputed(
    judge,
    source,
    [...shape.answer.nodes.values()].map(({ field }) => field),
  );
  const asked = join(
    guards.map((guard, index) => sql`${guard.condition} as ${raw(`g${index}`)}`),
    ', ',
  );
  const stored = shape.kind === 'created' ? sql`` : sql` join ${entity.table} r on r.id = v.id`;
  return {
    statement: prepare(sql`with w as (${written})${events} select ${join(answer.columns, ', ')} from ${answered}`),
    people: answer.people,
    json: answer.json,
    diagnosis: guards.length ? prepare(sql`select ${asked} from ${row}${stored}`) : null,
    guards,
  };
}

function lookupGuards(judge: Judgement, { lookups, filledLookups }: WriteShape): Guard[] {
  return [...lookups, ...filledLookups].flatMap((field) => {
    const target = field.relation?.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
    if (!target) return [];
    const rule = filledLookups.includes(field) ? null : rowRule(judge, target, 'read', 'g');
    const found = sql`g.id = v.${identifier(field.name)} and g.deleted_at is null${rule ? sql` and ${rule}` : sql``}`;
    // Held as the foreign key will hold it, only from here on: between the two it could go into the trash.
    const condition = sql`exists (select 1 from ${target.table} g where ${found} for key share of g)`;
    return [{ field, protects: 'lookup' as const, condition }];
  });
}

/**
 * Whether a field may be set is judged on the row as it will be, and on the one that stands: what may not be made by one
 * write may not be made by two, nor what somebody else made be taken back.
 */
function fieldGuards(judge: Judgement, { entity, kind, restricted }: WriteShape): Guard[] {
  return restricted.flatMap((field) => {
    const access = judge.access.field(entity.name, field.name, rightFor(kind));
    if (typeof access === 'string') return [];
    const becoming = predicate(judge, entity, access.expression, 'v');
    const standing = predicate(judge, entity, access.expression, 'r');
    const condition = kind === 'created' ? becoming : sql`${standing} and ${becoming}`;
    return [{ field, protects: 'field' as const, condition }];
  });
}

function rowGuards(judge: Judgement, { entity, kind }: WriteShape): Guard[] {
  if (kind === 'deleted' || kind === 'restored') return [];
  const actions = kind === 'created' ? (['create', 'read'] as const) : (['update', 'read'] as const);
  return actions.flatMap((action) => {
    const condition = rowRule(judge, entity, action, 'v');
    // Write-only roles exist (a public form): who may read nothing at all is not asked to read the new row.
    if (!condition || judge.access.row(entity.name, action).kind === 'none') return [];
    return [{ field: null, protects: 'row' as const, condition }];
  });
}

/** `(select … as id, … ) v`: every column as it will be, for guards and insert alike. */
function rowToBe(entity: CompiledEntity): Sql {
  const columns = storedFields(entity).map((field) => {
    const value = late<WriteBinding>(({ id, values, old }) => {
      if (field.name === 'id') return id;
      return storedValue(field, Object.hasOwn(values, field.name) ? values[field.name] : old[field.name]);
    });
    return sql`${value}::${raw(field.column?.type ?? 'text')} as ${identifier(field.name)}`;
  });
  return sql`(select ${join(columns, ', ')}) v`;
}

function inserted({ entity, fields }: WriteShape, row: Sql, passed: Sql): Sql {
  const beside = companionsBeside(entity, fields);
  const names = ['id', ...fields.map(({ name }) => name), ...beside.map(({ column }) => column)];
  const columns = join(
    names.map((name) => identifier(name)),
    ', ',
  );
  const own = fields.map((field) => identifier('v', field.name));
  const values = join([sql`v.id`, ...own, ...beside.map(({ value }) => value)], ', ');
  return sql`insert into ${entity.table} (${columns}) select ${values} from ${row} where true${passed} returning ${returned(entity)}`;
}

function updated({ entity, fields }: WriteShape, row: Sql | null, passed: Sql): Sql {
  const changes = fields.map((field) => {
    const value = late<WriteBinding>(({ values }) => storedValue(field, values[field.name]));
    return sql`${identifier(field.name)} = ${value}::${raw(field.column?.type ?? 'text')}`;
  });
  const beside = companionsBeside(entity, fields).map(({ column, value }) => sql`${identifier(column)} = ${value}`);
  const target = sql`r.id = ${late<WriteBinding>(({ id }) => id)}::uuid and r.version = ${late<WriteBinding>(({ version }) => version)}::int`;
  return sql`update ${entity.table} r set ${join([...changes, ...beside, sql`version = r.version + 1`], ', ')}${row ? sql` from ${row}` : sql``} where ${target}${passed} returning ${returned(entity, 'r')}`;
}

function companionsBeside(entity: CompiledEntity, fields: readonly CompiledField[]): { column: string; value: Sql }[] {
  return companionsAmong(entity, fields).map(({ column, field }) => ({
    column,
    value: sql`${late<WriteBinding>(({ values }) => companionValue(field, values[field.name]))}::text`,
  }));
}

function storedValue(field: CompiledField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return field.type.toColumn ? field.type.toColumn(value) : value;
}

function returned(entity: CompiledEntity, alias?: string): Sql {
  const columns = storedColumns(entity).map((name) => (alias ? identifier(alias, name) : identifier(name)));
  return join(columns, ', ');
}
