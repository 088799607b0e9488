// A new workspace in one transaction: schema, tables of the template's first version, the administrator. All of it, or nothing.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { Layer } from '@trellis/metadata/compose';
import type { Database } from '../db/database.ts';
import { peopleTriggers, workspaceTables } from '../db/workspace-tables.ts';
import { hashPassword } from '../auth/password.ts';
import type { Model, Settings } from '../model/model.ts';
import { companionsOf, companionText } from '../model/search-companion.ts';
import { tablesOf } from '../model/tables.ts';
import { metadataRefusal } from '../problems/metadata-problems.ts';
import { newId } from '../records/id.ts';
import { buildModel } from '../versions/layers.ts';
import { planSteps } from '../versions/plan.ts';
import { noteRollups } from '../versions/rollup-state.ts';
import { storeVersion } from '../versions/version-store.ts';

export interface NewWorkspace {
  readonly name: string;
  readonly settings: Settings;
  readonly layers: readonly Layer[];
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string };
}

export interface CreatedWorkspace {
  readonly model: Model;
  readonly loginId: string;
  readonly administratorId: string;
}

/** The role that the first user gets: the engine's own, unless a template says what it means by it. */
export const administratorRole = 'administrator';

export async function createWorkspace(database: Database, workspace: NewWorkspace): Promise<CreatedWorkspace> {
  const { name, settings, layers, administrator } = workspace;
  const built = await buildModel({ workspace: name, version: 1, settings, layers });
  if (!built.ok) throw metadataRefusal(built.problems, settings.language);
  const passwordHash = await hashPassword(administrator.password);
  const administratorId = newId();
  const loginId = newId();
  await database.transaction(async (connection, client) => {
    await connection.query(
      sql`insert into trellis.workspace (name, settings) values (${name}, ${JSON.stringify(settings)}::jsonb)`,
    );
    for (const statement of workspaceTables(name)) await connection.query(statement);
    for (const step of planSteps(name, new Map(), tablesOf(built.model))) await client.query(step.sql);
    for (const statement of peopleTriggers(name)) await connection.query(statement);
    await noteRollups(connection, built.model, { owners: new Set(), userId: null });
    await storeVersion(
      connection,
      { workspace: name, number: 1, settings, layers },
      { userId: administratorId, note: null },
    );
    await connection.query(insertAdministrator(built.model, administratorId, administrator));
    await connection.query(
      sql`insert into trellis.login (id, email, password_hash) values (${loginId}::uuid, ${administrator.email}, ${passwordHash})`,
    );
    await connection.query(sql`insert into trellis.member (login, workspace, user_id, roles)
      values (${loginId}::uuid, ${name}, ${administratorId}::uuid, ${[administratorRole]}::text[])`);
  });
  return { model: built.model, loginId, administratorId };
}

/** Past the record pipeline, which asks who writes: there is nobody yet. */
function insertAdministrator(model: Model, id: string, { name, email }: NewWorkspace['administrator']): Sql {
  const user = model.entities.get('user');
  if (!user) throw new Error('the engine brings the entity user along');
  const companions = companionsOf(user).flatMap(({ column, field }) =>
    field.name === 'name' ? [{ column, text: companionText(name) }] : [],
  );
  const names = companions.map(({ column }) => sql`, ${identifier(column)}`);
  const texts = companions.map(({ text }) => sql`, ${text}`);
  return sql`insert into ${user.table} (id, name, email, language, active, created_by, updated_by${join(names, '')})
    values (${id}::uuid, ${name}, ${email}, ${model.settings.language}, true, ${id}::uuid, ${id}::uuid${join(texts, '')})`;
}
