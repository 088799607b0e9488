// The people of a test's workspace: made through the API like anybody, let in without the cost of a password.
import { administratorRole } from '@trellis/engine/create-workspace';
import type { Engine } from '@trellis/engine/engine';
import { identifier, sql } from '@trellis/expressions/sql';
import { clientOf, type RecordBody, type WorkspaceClient } from './workspace-client.ts';
import { workspaceName } from './workspace-database.ts';
import type { UserOptions } from './workspace-options.ts';

export interface PeopleOf {
  readonly admin: WorkspaceClient;
  as(name: string): Promise<WorkspaceClient>;
}

interface Setting {
  readonly engine: Engine;
  readonly url: string;
  readonly users: { readonly [name: string]: UserOptions };
}

export async function makePeopleOf({ engine, url, users }: Setting): Promise<PeopleOf> {
  const [first] = await engine.database.query(
    sql`select user_id from trellis.member where workspace = ${workspaceName} and ${administratorRole} = any(roles) limit 1`,
  );
  const admin = await logIn(engine, url, String(first?.['user_id']));
  const ids = new Map([['admin', admin.id]]);
  const teams = new Map<string, string>();
  const team = async (name: string): Promise<string> => {
    const id = teams.get(name) ?? (await admin.create('team', { name })).id;
    teams.set(name, id);
    return id;
  };
  const make = async (name: string, options: UserOptions): Promise<string> => {
    const user: RecordBody = await admin.create('user', {
      name,
      email: `${name}@example.com`,
      teams: await Promise.all((options.teams ?? []).map(team)),
      ...(options.manager === undefined ? {} : { manager: ids.get(options.manager) }),
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.timeZone === undefined ? {} : { time_zone: options.timeZone }),
    });
    await admit(engine, user.id, `${name}@example.com`, options.roles);
    ids.set(name, user.id);
    return user.id;
  };
  for (const [name, options] of Object.entries(users)) await make(name, options);
  const clients = new Map([['admin', admin]]);
  return {
    admin,
    async as(name) {
      const known = clients.get(name);
      if (known) return known;
      const isRole = engine.models.peek(workspaceName)?.metadata.roles.has(name);
      if (!ids.has(name) && !isRole) throw new Error(`${name} is neither a user nor a role of this workspace`);
      const id = ids.get(name) ?? (await make(name, { roles: [name] }));
      const client = await logIn(engine, url, id);
      clients.set(name, client);
      return client;
    },
  };
}

/** The first administrator's password is everybody's: to hash one takes longer than most tests. */
async function admit(engine: Engine, userId: string, email: string, roles: readonly string[]): Promise<void> {
  await engine.database.query(sql`with l as (
      insert into trellis.login (id, email, password_hash)
      select gen_random_uuid(), ${email}, password_hash from trellis.login order by created_at limit 1 returning id)
    insert into trellis.member (login, workspace, user_id, roles)
    select id, ${workspaceName}, ${userId}::uuid, ${[...roles]}::text[] from l`);
  engine.people.forget(workspaceName);
}

async function logIn(engine: Engine, url: string, userId: string): Promise<WorkspaceClient> {
  const [member] = await engine.database.query(
    sql`select login from ${identifier('trellis', 'member')} where workspace = ${workspaceName} and user_id = ${userId}::uuid`,
  );
  const { token, session } = await engine.sessions.open(
    engine.database,
    String(member?.['login']),
    workspaceName,
    userId,
  );
  return clientOf(url, { id: userId, cookie: `trellis_session=${token}`, csrfToken: session.csrfToken });
}
