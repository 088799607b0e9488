// Fills a Trellis database with the floor's very rows, by SQL, through the tables that Trellis has made from the template.
// Indexes are taken away for the load and made again as they were.
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export interface LoadInput {
  readonly floorUrl: string;
  readonly trellisUrl: string;
  /** The administrator's hash: everybody of the benchmark logs in with the same password. */
  readonly passwordOf: string;
}

const id = (kind: number, column: string): string =>
  `case when ${column} is null then null else ('00000000-0000-7000-800${kind}-' || lpad(to_hex(${column}), 12, '0'))::uuid end`;

const tables: readonly { readonly target: string; readonly columns: string; readonly source: string }[] = [
  {
    target: 'main.team',
    columns: 'id, name, created_by, updated_by',
    source: `select ${id(0, 'id')}, name, ${id(1, '1')}, ${id(1, '1')} from teams`,
  },
  {
    target: 'main."user"',
    columns: 'id, name, email, language, active, created_by, updated_by',
    source: `select ${id(1, 'id')}, name, email, 'en', true, ${id(1, '1')}, ${id(1, '1')} from users`,
  },
  {
    target: 'main.user__teams',
    columns: 'source, target',
    source: `select ${id(1, 'id')}, ${id(0, 'team_id')} from users`,
  },
  {
    target: 'main.account',
    columns: 'id, name, industry, country, owner, created_at, updated_at, created_by, updated_by',
    source: `select ${id(2, 'id')}, name, industry, country, ${id(1, 'owner_id')}, created_at, updated_at, ${id(1, 'owner_id')}, ${id(1, 'owner_id')} from accounts`,
  },
  {
    target: 'main.contact',
    columns: 'id, first_name, last_name, email, phone, account, owner, created_at, updated_at, created_by, updated_by',
    source: `select ${id(3, 'id')}, first_name, last_name, email, phone, ${id(2, 'account_id')}, ${id(1, 'owner_id')}, created_at, updated_at, ${id(1, 'owner_id')}, ${id(1, 'owner_id')} from contacts`,
  },
  {
    target: 'main.opportunity',
    columns:
      'id, name, account, owner, stage, amount, probability, close_date, source, created_at, updated_at, created_by, updated_by, description',
    source: `select ${id(4, 'id')}, name, ${id(2, 'account_id')}, ${id(1, 'owner_id')}, stage, amount, probability, close_date, source, created_at, updated_at, ${id(1, 'owner_id')}, ${id(1, 'owner_id')}, description from opportunities`,
  },
];

export async function load({ floorUrl, trellisUrl, passwordOf }: LoadInput): Promise<void> {
  const floor = new pg.Client({ connectionString: floorUrl });
  const trellis = new pg.Client({ connectionString: trellisUrl });
  await Promise.all([floor.connect(), trellis.connect()]);
  try {
    const indexes = await dropIndexes(trellis);
    await trellis.query(`set session_replication_role = replica`);
    for (const { target, columns, source } of tables) {
      const reading = floor.query(copyTo(`copy (${source}) to stdout`));
      await pipeline(reading, trellis.query(copyFrom(`copy ${target} (${columns}) from stdin`)));
    }
    await trellis.query(`set session_replication_role = origin`);
    for (const definition of indexes) await trellis.query(definition);
    await admit(trellis, passwordOf);
    await trellis.query('vacuum analyze');
  } finally {
    await Promise.all([floor.end(), trellis.end()]);
  }
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
    join pg_class c on c.oid = i.indrelid where c.relnamespace = 'main'::regnamespace and not i.indisprimary`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Three people see a part: user 191 heads half of the teams, user 5 sees a team of twenty, user 7 their own won ones. */
async function admit(client: pg.Client, passwordOf: string): Promise<void> {
  await client.query(
    `insert into trellis.login (id, email, password_hash)
     select gen_random_uuid(), u.email, l.password_hash from main."user" u, trellis.login l where l.email = $1 and u.email <> $1`,
    [passwordOf],
  );
  await client.query(
    `insert into trellis.member (login, workspace, user_id, roles)
     select l.id, 'main', u.id, array[case u.email when 'user191@example.test' then 'manager' when 'user7@example.test' then 'narrow' else 'rep' end]
     from main."user" u join trellis.login l on l.email = u.email
     where not exists (select from trellis.member m where m.user_id = u.id)`,
  );
  await client.query(
    `update main.team set head = (select id from main."user" where email = 'user191@example.test') where id <= '00000000-0000-7000-8000-00000000000a'`,
  );
}
