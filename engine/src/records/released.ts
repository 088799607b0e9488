// What a delete has cleared, kept beside the trash until its record comes back.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { StoredRecord } from './load.ts';

/** `record` of `entity` looked up the deleted one by `field`. */
export interface ReleasedLookup {
  readonly entity: string;
  readonly field: string;
  readonly record: string;
}

export async function rememberReleased(
  connection: Connection,
  workspace: string,
  released: {
    readonly target: string;
    readonly entity: string;
    readonly field: string;
    readonly held: readonly StoredRecord[];
  },
): Promise<void> {
  if (released.held.length === 0) return;
  const records = released.held.map(({ id }) => id);
  await connection.prepared(sql`insert into ${identifier(workspace, '_released')} (target, entity, field, record)
    select ${released.target}::uuid, ${released.entity}::text, ${released.field}::text, unnest(${records}::uuid[]) on conflict do nothing`);
}

/** Told once: whoever takes them brings them back. */
export async function takeReleased(
  connection: Connection,
  workspace: string,
  target: string,
): Promise<readonly ReleasedLookup[]> {
  const rows = await connection.prepared(
    sql`delete from ${identifier(workspace, '_released')} where target = ${target}::uuid returning entity, field, record`,
  );
  return rows.map((row) => ({
    entity: String(row['entity']),
    field: String(row['field']),
    record: String(row['record']),
  }));
}
