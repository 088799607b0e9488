// Sessions: a random token in the browser's cookie, its hash in the database, known sessions kept in memory for a moment.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';

export interface Session {
  readonly workspace: string;
  readonly userId: string;
  readonly csrfToken: string;
}

const lifetimeDays = 14;
/** Another node's log-out takes effect here within this time; our own at once. */
const rememberedMs = 5_000;
const mostRemembered = 20_000;

export interface Sessions {
  open(
    connection: Connection,
    login: string,
    workspace: string,
    userId: string,
  ): Promise<{ token: string; session: Session }>;
  find(connection: Connection, token: string): Promise<Session | null>;
  close(connection: Connection, token: string): Promise<void>;
}

export function makeSessions(clock: () => number = Date.now): Sessions {
  const known = new Map<string, { readonly session: Session | null; readonly until: number }>();

  return {
    async open(connection, login, workspace, userId) {
      const token = randomBytes(32).toString('base64url');
      const csrfToken = randomBytes(24).toString('base64url');
      await connection.query(sql`insert into trellis.session (token_hash, login, workspace, user_id, csrf_token, expires_at)
        values (${digest(token)}, ${login}::uuid, ${workspace}, ${userId}::uuid, ${csrfToken}, now() + make_interval(days => ${lifetimeDays}::int))`);
      return { token, session: { workspace, userId, csrfToken } };
    },

    async find(connection, token) {
      const remembered = known.get(token);
      if (remembered && remembered.until > clock()) return remembered.session;
      const [row] = await connection.prepared(sql`select s.workspace, s.user_id, s.csrf_token from trellis.session s
        join trellis.member m on m.workspace = s.workspace and m.user_id = s.user_id and m.active
        where s.token_hash = ${digest(token)} and s.expires_at > now()`);
      const session = row
        ? { workspace: String(row['workspace']), userId: String(row['user_id']), csrfToken: String(row['csrf_token']) }
        : null;
      if (known.size >= mostRemembered) known.clear();
      known.set(token, { session, until: clock() + rememberedMs });
      return session;
    },

    async close(connection, token) {
      known.delete(token);
      await connection.query(sql`delete from trellis.session where token_hash = ${digest(token)}`);
    },
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
