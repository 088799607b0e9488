// Versions as they are stored: a number per workspace and the layers it is made of.
import type { Layer } from '@trellis/metadata/compose';
import { sql } from '@trellis/expressions/sql';
import type { Connection, Row } from '../db/database.ts';
import type { Settings } from '../model/model.ts';

export interface StoredVersion {
  readonly workspace: string;
  readonly number: number;
  readonly settings: Settings;
  readonly layers: readonly Layer[];
}

export async function newestVersion(connection: Connection, workspace: string): Promise<StoredVersion | null> {
  const [row] = await connection.query(sql`select v.number, v.layers, w.settings from trellis.version v
    join trellis.workspace w on w.name = v.workspace where v.workspace = ${workspace} order by v.number desc limit 1`);
  return row ? versionIn(row, workspace) : null;
}

/** Null where there has never been a version of this number. */
export async function versionOf(
  connection: Connection,
  workspace: string,
  number: number,
): Promise<StoredVersion | null> {
  const [row] = await connection.query(sql`select v.number, v.layers, w.settings from trellis.version v
    join trellis.workspace w on w.name = v.workspace where v.workspace = ${workspace} and v.number = ${number}::int`);
  return row ? versionIn(row, workspace) : null;
}

function versionIn(row: Row, workspace: string): StoredVersion {
  return {
    workspace,
    number: Number(row['number']),
    settings: row['settings'] as Settings,
    layers: row['layers'] as readonly Layer[],
  };
}

export async function newestNumber(connection: Connection, workspace: string): Promise<number> {
  const [row] = await connection.query(
    sql`select coalesce(max(number), 0)::int as number from trellis.version where workspace = ${workspace}`,
  );
  return Number(row?.['number'] ?? 0);
}

export async function storeVersion(
  connection: Connection,
  version: StoredVersion,
  by: { readonly userId: string | null; readonly note: string | null },
): Promise<void> {
  await connection.query(sql`insert into trellis.version (workspace, number, layers, note, created_by)
    values (${version.workspace}, ${version.number}::int, ${JSON.stringify(version.layers)}::json, ${by.note}, ${by.userId}::uuid)`);
}

export async function workspaceNames(connection: Connection): Promise<string[]> {
  return (await connection.query(sql`select name from trellis.workspace order by created_at`)).map((row) =>
    String(row['name']),
  );
}
