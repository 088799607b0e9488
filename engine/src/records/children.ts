// Rows of child tables that come in the body of their parent: made, changed and trashed through the same pipeline, one by one.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import type { WriteChildren } from './child-writer.ts';
import { createRecord } from './create.ts';
import type { Judgement } from './judgement.ts';
import { rowRule } from './row-sql.ts';
import { moveToTrash } from './trash.ts';
import { updateHeld, updateRecord } from './update.ts';
import type { UpdateRequest, Values } from './request.ts';
import { refuse } from './validate.ts';

/** A row with an `id` is changed, one without is made. Faults carry the row's place: `/lines/2/price`. */
export const writeChildren: WriteChildren = async (judge, connection, write) => {
  for (const [field, rows] of write.children) {
    if (field.relation?.kind !== 'children') continue;
    const { entity, parentField } = field.relation;
    const standing = await rowsOf(judge, connection, { entity, parentField, parent: write.id });
    const kept = new Set(rows.map((row) => row['id']));
    if (write.replace)
      for (const id of standing)
        if (!kept.has(id)) await moveToTrash(judge, connection, { action: 'delete', entity, id, version: null });
    const faults: Fault[] = [];
    for (const [index, row] of rows.entries())
      try {
        await under(`/${field.name}/${index}`, () =>
          writeRow(judge, connection, entity, standing, { ...row, [parentField]: write.id }),
        );
      } catch (error) {
        // A fault that PostgreSQL found ends the transaction: what is known by then is told.
        if (faults.length && !(error instanceof Refusal)) break;
        if (!(error instanceof Refusal) || error.code !== 'invalid_values') throw error;
        faults.push(...error.faults);
      }
    refuse(faults);
  }
};

/** An id that is none of the parent's rows leads nowhere: rows are not drawn over from another record. */
async function writeRow(
  judge: Judgement,
  connection: Connection,
  entity: string,
  standing: ReadonlySet<unknown>,
  row: Values,
): Promise<void> {
  const { id = null, ...rest } = row;
  const values = writableOnly(judge, entity, rest);
  if (id === null)
    return void (await createRecord(judge, connection, { action: 'create', entity, values }, writeChildren));
  if (typeof id !== 'string' || !standing.has(id))
    return refuse([valueFault('id', 'record_not_found', judge.asker.language)]);
  const update: UpdateRequest = { action: 'update', entity, id, values, version: null, isSentBack: true };
  const written = await updateRecord(judge, connection, update, writeChildren);
  if (!written) await updateHeld(judge, connection, update, writeChildren);
}

/** A form sends rows back as it read them; what the engine keeps in them, or works out, is not an attempt to set it. */
function writableOnly(judge: Judgement, entity: string, values: Values): Values {
  const fields = judge.model.entities.get(entity)?.fields;
  const isKept = (name: string): boolean => {
    const field = fields?.get(name);
    return field !== undefined && (field.system || field.computed !== null || field.type.generated === true);
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isKept(name)));
}

/** The rows that the writer sees. Those that they do not see are not theirs to replace: they stay. */
async function rowsOf(
  judge: Judgement,
  connection: Connection,
  where: { entity: string; parentField: string; parent: string },
): Promise<ReadonlySet<string>> {
  const child = judge.model.entities.get(where.entity);
  if (!child) return new Set();
  const rule = rowRule(judge, child, 'read', 'c');
  const rows = await connection.prepared(
    sql`select c.id from ${child.table} c where ${identifier('c', where.parentField)} = ${where.parent}::uuid and c.deleted_at is null${rule ? sql` and ${rule}` : sql``}`,
  );
  return new Set(rows.map((row) => String(row['id'])));
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
