// Actors by user: name, roles, teams, who stands below. Read once and kept until people, teams or roles change.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { ReadNames } from '../records/judgement.ts';
import { keepNames, type PeopleNames } from '../records/people-names.ts';
import type { Actor } from './actor.ts';

export interface People {
  /** null for somebody who is no active member of the workspace. */
  find(connection: Connection, workspace: string, userId: string): Promise<Actor | null>;
  /** What they are called. */
  readonly names: ReadNames;
  forget(workspace: string): void;
}

/** Triggers on the workspace's people tables notify every node, which then calls `forget`; see `workspace-tables.ts`. */
export const peopleChannel = 'trellis_people';

export function makePeople(): People {
  const known = new Map<string, Map<string, Promise<Actor | null>>>();
  const names = new Map<string, PeopleNames>();
  return {
    names(judge, connection, ids) {
      const { workspace } = judge.model;
      let kept = names.get(workspace);
      if (!kept) names.set(workspace, (kept = keepNames()));
      return kept.read(judge, connection, ids);
    },
    find(connection, workspace, userId) {
      let actors = known.get(workspace);
      if (!actors) known.set(workspace, (actors = new Map()));
      let actor = actors.get(userId);
      if (!actor) {
        actor = readActor(connection, workspace, userId);
        actors.set(userId, actor);
        actor.catch(() => actors.delete(userId));
      }
      return actor;
    },
    forget(workspace) {
      known.delete(workspace);
      names.get(workspace)?.forget();
    },
  };
}

async function readActor(connection: Connection, workspace: string, userId: string): Promise<Actor | null> {
  const user = identifier(workspace, 'user');
  const team = identifier(workspace, 'team');
  const member = identifier(workspace, 'user__teams');
  const [row] = await connection.query(sql`
    with recursive
      mine as (select target as id from ${member} where source = ${userId}::uuid),
      -- teams that the asker heads, and every team under those
      headed as (select id from ${team} where head = ${userId}::uuid and deleted_at is null
        union select t.id from ${team} t join headed h on t.parent = h.id where t.deleted_at is null),
      reports as (select ${userId}::uuid as id
        union select u.id from ${user} u join reports r on u.manager = r.id)
    select row_to_json(u) as record, u.name, u.email, u.language, u.time_zone, m.roles, w.settings,
      array(select id from mine) as teams,
      array(select distinct l.source from ${member} l where l.target in (select id from mine) union select ${userId}::uuid) as team_members,
      array(select id from reports union select l.source from ${member} l where l.target in (select id from headed)) as team_below
    from ${user} u
    join trellis.member m on m.workspace = ${workspace} and m.user_id = u.id and m.active
    join trellis.workspace w on w.name = m.workspace
    where u.id = ${userId}::uuid and u.deleted_at is null and u.active is not false`);
  if (!row) return null;
  const settings = row['settings'] as { language: string; timeZone: string };
  return {
    userId,
    name: String(row['name']),
    email: String(row['email']),
    language: (row['language'] as string | null) ?? settings.language,
    timeZone: validZone(row['time_zone'] as string | null) ?? settings.timeZone,
    roles: row['roles'] as string[],
    record: row['record'] as Record<string, unknown>,
    teams: row['teams'] as string[],
    teamMembers: row['team_members'] as string[],
    teamBelow: row['team_below'] as string[],
  };
}

/** A zone that this machine does not know would make every date of its user fail. */
function validZone(zone: string | null): string | null {
  if (!zone) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
