// What belongs to a record but stands outside its row, linked ids and child rows, as conditions and rules see it: lists by field name.
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Judgement } from './judgement.ts';
import { linkedIds } from './links.ts';
import type { Stored } from './record-context.ts';
import { needsOf, ownRows, type Needs } from './row-needs.ts';
import { childRows } from './row-sql.ts';
import { readRows, rowsJson } from './rows-json.ts';

/** What the stored record has of it, read only where a condition or rule asks. */
export async function heldBeside(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  id: string,
): Promise<Stored> {
  const wanted = fieldsAskedFor(entity);
  if (wanted.length === 0) return {};
  const held: Record<string, unknown> = { ...(await linkedIds(connection, id, wanted)) };
  for (const field of wanted) {
    if (field.relation?.kind !== 'children') continue;
    const needs = ownRows(needsOf(judge.model, entity), field.name) ?? noneNeeded;
    held[field.name] = await heldRows(judge, connection, field, { id, needs });
  }
  return held;
}

/** All stored rows of a child table, whoever sees them: rules judge on everything. */
export async function heldRows(
  judge: Judgement,
  connection: Connection,
  field: CompiledField,
  { id, needs }: { readonly id: string; readonly needs: Needs },
): Promise<readonly Stored[]> {
  const rows = childRows(judge, field, { id: sql`${id}::uuid`, alias: 'r', sight: 'all' });
  const [row] = await connection.prepared(sql`select ${rowsJson(rows, needs)} as rows`);
  return readRows(row?.['rows'], needs);
}

const noneNeeded: Needs = { plain: [], rows: [] };

const askedFor = new WeakMap<CompiledEntity, readonly CompiledField[]>();

function fieldsAskedFor(entity: CompiledEntity): readonly CompiledField[] {
  let asked = askedFor.get(entity);
  if (!asked) {
    const conditions = conditionsOf(entity);
    asked = [...entity.fields.values()].filter(
      ({ name, column, required }) =>
        column === null &&
        (required !== false || conditions.some(({ paths }) => paths.some(([first]) => first === name))),
    );
    askedFor.set(entity, asked);
  }
  return asked;
}
