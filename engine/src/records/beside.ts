// What belongs to a record but stands outside its row, linked ids and child rows, as conditions and rules see it: lists by field name.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField, Model } from '../model/model.ts';
import { conditionsOf } from './conditions-of.ts';
import { linkedIds } from './links.ts';
import type { NormalisedWrite } from './normalise.ts';
import type { Stored } from './record-context.ts';

/** What the body says of it. */
export function givenBeside({ links, children }: Pick<NormalisedWrite, 'links' | 'children'>): Stored {
  return Object.fromEntries([...links, ...children].map(([field, list]) => [field.name, list]));
}

/** What the stored record has of it, read only where a condition or rule asks. */
export async function heldBeside(
  connection: Connection,
  model: Model,
  entity: CompiledEntity,
  id: string,
): Promise<Stored> {
  const wanted = fieldsAskedFor(entity);
  if (wanted.length === 0) return {};
  const held: Record<string, readonly string[]> = { ...(await linkedIds(connection, id, wanted)) };
  for (const { name, relation } of wanted) {
    const child = relation?.kind === 'children' ? model.entities.get(relation.entity) : undefined;
    if (!child || relation?.kind !== 'children') continue;
    const rows = await connection.prepared(
      sql`select id from ${child.table} where ${identifier(relation.parentField)} = ${id}::uuid and deleted_at is null`,
    );
    held[name] = rows.map((row) => String(row['id']));
  }
  return held;
}

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
