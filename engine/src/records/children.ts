// Rows of child tables that come in the body of their parent: made, changed and trashed through the same pipeline, one by one.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { createRecord } from './create.ts';
import { isId } from './id.ts';
import type { Judgement } from './judgement.ts';
import { moveToTrash } from './trash.ts';
import { updateRecord } from './update.ts';
import type { Values } from './request.ts';

export interface ChildrenWrite {
  readonly entity: CompiledEntity;
  readonly id: string;
  readonly children: ReadonlyMap<CompiledField, readonly Values[]>;
  /** The body holds all rows: those that it does not name go to the trash. */
  readonly replace: boolean;
}

/** A row with an `id` is changed, one without is made. Faults carry the row's place: `/lines/2/price`. */
export async function writeChildren(judge: Judgement, connection: Connection, write: ChildrenWrite): Promise<void> {
  for (const [field, rows] of write.children) {
    if (field.relation?.kind !== 'children') continue;
    const { entity, parentField } = field.relation;
    const kept = new Set(rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : [])));
    if (write.replace) await trashOthers(judge, connection, { entity, parentField, parent: write.id, kept });
    for (const [index, row] of rows.entries())
      await under(`/${field.name}/${index}`, () => writeRow(judge, connection, entity, { ...row, [parentField]: write.id }));
  }
}

async function writeRow(judge: Judgement, connection: Connection, entity: string, row: Values): Promise<void> {
  const { id, ...values } = row;
  if (typeof id === 'string' && isId(id))
    await updateRecord(judge, connection, { action: 'update', entity, id, values: writableOnly(judge, entity, values), version: null });
  else await createRecord(judge, connection, { action: 'create', entity, values: writableOnly(judge, entity, values) });
}

/** A form sends rows back as it read them; what the engine keeps in them by itself is not an attempt to set it. */
function writableOnly(judge: Judgement, entity: string, values: Values): Values {
  const fields = judge.model.entities.get(entity)?.fields;
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !fields?.get(name)?.system && fields?.get(name)?.type.generated !== true),
  );
}

async function trashOthers(
  judge: Judgement,
  connection: Connection,
  where: { entity: string; parentField: string; parent: string; kept: ReadonlySet<string> },
): Promise<void> {
  const child = judge.model.entities.get(where.entity);
  if (!child) return;
  const rows = await connection.prepared(sql`select id from ${child.table}
    where ${identifier(where.parentField)} = ${where.parent}::uuid and deleted_at is null and id <> all(${[...where.kept].filter(isId)}::uuid[])`);
  for (const row of rows)
    await moveToTrash(judge, connection, { action: 'delete', entity: where.entity, id: String(row['id']), version: null });
}

async function under(place: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = error.faults.map((fault): Fault => ({ ...fault, path: place + fault.path }));
    throw new Refusal(error.code, error.params, faults, error.members);
  }
}
