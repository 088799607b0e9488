// Logging in by e-mail and password. Unknown address and wrong password answer alike and take as long.
import { sql } from '@trellis/expressions/sql';
import type { Database } from '../db/database.ts';
import { Refusal } from '../problems/problem.ts';
import { nobodysHash, passwordMatches } from './password.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';

export interface LoginAttempt {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, for the throttle. */
  readonly address: string;
  readonly workspace: string | null;
}

export async function logIn(
  database: Database,
  sessions: Sessions,
  throttle: Throttle,
  attempt: LoginAttempt,
): Promise<{ token: string; session: Session }> {
  const who = { login: attempt.email.toLowerCase(), address: attempt.address };
  const wait = throttle.waitSeconds(who);
  if (wait > 0) throw new Refusal('too_fast', { seconds: wait });
  const [row] = await database.query(sql`select l.id, l.password_hash, m.workspace, m.user_id from trellis.login l
    join trellis.member m on m.login = l.id and m.active
    where lower(l.email) = lower(${attempt.email}) and (${attempt.workspace}::text is null or m.workspace = ${attempt.workspace})
    order by m.workspace limit 1`);
  const right = await passwordMatches(row ? String(row['password_hash']) : nobodysHash, attempt.password);
  if (!row || !right) {
    throttle.failed(who);
    throw new Refusal('wrong_credentials');
  }
  throttle.succeeded(who);
  return sessions.open(database, String(row['id']), String(row['workspace']), String(row['user_id']));
}
