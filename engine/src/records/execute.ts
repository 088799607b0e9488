// Stage 6: runs a plan. What PostgreSQL refuses becomes a refusal that names the field, or a fault of ours.
import type { Connection, Row } from '../db/database.ts';
import type { Binding, Prepared } from '../db/statement.ts';
import type { CompiledEntity } from '../model/model.ts';
import { objectName } from '../model/object-names.ts';
import { Refusal } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import type { Judgement } from './judgement.ts';
import { namesIn } from './people-names.ts';
import type { WritePlan } from './plan-write.ts';
import type { RowPlan } from './row-text.ts';
import type { Found } from './shape.ts';

/** The table or a column is no longer what the model says: the model has been replaced while the request was under way. */
export class ModelMoved extends Error {}

/** @returns the JSON of the written row as its reader may see it; null where a guard or the version stopped the write. */
export async function executeWrite(
  judge: Judgement,
  connection: Connection,
  plan: WritePlan,
  entity: CompiledEntity,
): Promise<string | null> {
  const { language } = judge.asker;
  const [row] = await translated(() => connection.texts(plan.statement, plan.binding), entity, language);
  return row ? plan.json(row, await namesIn(judge, connection, [row], plan.people)) : null;
}

/** Why a write was stopped: the look-up that leads nowhere the asker can see, or the row rule. Nothing: the version. */
export async function diagnose(connection: Connection, plan: WritePlan, language: string): Promise<Refusal | null> {
  if (!plan.diagnosis) return null;
  const [row] = await connection.run(plan.diagnosis, plan.binding);
  const failed = plan.guards.filter((_, index) => row?.[`g${index}`] !== true);
  const faultsOf = (protects: 'lookup' | 'field', code: 'record_not_found' | 'read_only') =>
    failed.flatMap(({ field, ...guard }) =>
      field && guard.protects === protects ? [valueFault(field.name, code, language)] : [],
    );
  const fields = faultsOf('field', 'read_only');
  if (fields.length) return new Refusal('forbidden', {}, fields);
  const lookups = faultsOf('lookup', 'record_not_found');
  if (lookups.length) return new Refusal('invalid_values', {}, lookups);
  return failed.length ? new Refusal('forbidden', {}, [valueFault('', 'not_yours', language)]) : null;
}

export async function translated<T>(work: () => Promise<T>, entity: CompiledEntity, language: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateError(error, entity, language);
  }
}

/** A read planned before. */
export function runPlan(connection: Connection, plan: Prepared, binding: Binding): Promise<Row[]> {
  return connection.run(plan, binding).catch((error: unknown) => {
    throw readFault(error);
  });
}

/** A read whose rows are written here: every value as PostgreSQL writes it, with the names of the people among them. */
export async function findRows(
  judge: Judgement,
  connection: Connection,
  { statement, people }: Pick<RowPlan, 'statement' | 'people'>,
  binding: Binding,
): Promise<Found> {
  const rows = await connection.texts(statement, binding).catch((error: unknown) => {
    throw readFault(error);
  });
  return { rows, names: await namesIn(judge, connection, rows, people) };
}

/** A value from outside that PostgreSQL cannot take as what it is compared with. */
function readFault(error: unknown): unknown {
  return memberOf(error, 'code')?.startsWith('22') ? new Refusal('invalid_filter') : movedOr(error);
}

function translateError(error: unknown, entity: CompiledEntity, language: string): unknown {
  const code = memberOf(error, 'code');
  const constraint = memberOf(error, 'constraint');
  if (code === '23505') {
    const faults = fieldsOf(entity, constraint, 'key').map((name) => valueFault(name, 'duplicate', language));
    return new Refusal('duplicate', {}, faults);
  }
  if (code === '23503') {
    const faults = fieldsOf(entity, constraint, 'fkey').map((name) => valueFault(name, 'record_not_found', language));
    return new Refusal('invalid_values', {}, faults);
  }
  if (code === '40001' || code === '40P01' || code === '55P03') return new Refusal('conflict');
  // Numbers out of range, text that is no uuid: a type let something through that its column cannot hold.
  if (code?.startsWith('22')) return new Refusal('invalid_values', {}, [valueFault('', 'wrong_type', language)]);
  return movedOr(error);
}

function movedOr(error: unknown): unknown {
  const code = memberOf(error, 'code');
  return code === '42703' || code === '42P01' || code === '0A000' ? new ModelMoved(String(error)) : error;
}

/** The fields of the unique index or foreign key that a constraint's name stands for. */
function fieldsOf(entity: CompiledEntity, constraint: string | undefined, suffix: string): string[] {
  for (const field of entity.fields.values())
    if (objectName(entity.name, field.name, suffix) === constraint) return [field.name];
  for (const [name, index] of Object.entries(entity.definition.indexes ?? {}))
    if (objectName(entity.name, name, suffix) === constraint) return [...index.fields];
  return [];
}

function memberOf(error: unknown, name: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
  return typeof value === 'string' ? value : undefined;
}
