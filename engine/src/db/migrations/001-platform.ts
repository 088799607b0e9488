// The platform's tables: workspaces, people's log-ins, sessions, versions of the model, drafts, jobs.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table trellis.workspace (
      name text primary key,
      settings jsonb not null,
      created_at timestamptz not null default now()
    );
    create table trellis.login (
      id uuid primary key,
      email text not null,
      password_hash text not null,
      created_at timestamptz not null default now()
    );
    create unique index login_email on trellis.login (lower(email));
    -- who works in which workspace, as which user record and with which roles
    create table trellis.member (
      login uuid not null references trellis.login on delete cascade,
      workspace text not null references trellis.workspace on delete cascade,
      user_id uuid not null,
      roles text[] not null,
      active boolean not null default true,
      primary key (workspace, user_id)
    );
    create index member_login on trellis.member (login);
    create function trellis.member_changed() returns trigger language plpgsql as $$
      begin
        -- every node forgets what it knows of the workspace's people
        perform pg_notify('trellis_people', coalesce(new.workspace, old.workspace));
        return null;
      end $$;
    create trigger member_changed after insert or update or delete on trellis.member
      for each row execute function trellis.member_changed();
    create table trellis.session (
      token_hash bytea primary key,
      login uuid not null references trellis.login on delete cascade,
      workspace text not null,
      user_id uuid not null,
      csrf_token text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      foreign key (workspace, user_id) references trellis.member on delete cascade
    );
    create index session_expiry on trellis.session (expires_at);
    -- json, not jsonb: the order of fields is what people see
    create table trellis.version (
      workspace text not null references trellis.workspace on delete cascade,
      number int not null,
      layers json not null,
      note text,
      created_by uuid,
      created_at timestamptz not null default now(),
      primary key (workspace, number)
    );
    create table trellis.draft (
      id uuid primary key,
      workspace text not null references trellis.workspace on delete cascade,
      base_version int not null,
      items json not null,
      created_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create table trellis.job (
      id uuid primary key,
      workspace text not null references trellis.workspace on delete cascade,
      kind text not null,
      state text not null,
      done int not null default 0,
      total int,
      input jsonb not null,
      report jsonb not null default '{}',
      -- where the work goes on after its last committed step; the handler's own
      checkpoint jsonb,
      cancel boolean not null default false,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      -- who works on it, until when if nothing is heard, and how often it was taken up since it last got on
      worker uuid,
      lease_until timestamptz,
      attempts int not null default 0
    );
    create index job_list on trellis.job (workspace, created_at desc);
    create index job_open on trellis.job (lease_until) where state in ('queued', 'running');
    create function trellis.bigrams(value text) returns text[] language sql immutable parallel safe as $$
      -- two-character runs of text beyond ASCII, where trigrams cannot help
      select case when value is null or value !~ '[^[:ascii:]]' then '{}'::text[]
        else (select coalesce(array_agg(distinct substr(lower(value), i, 2)), '{}')
              from generate_series(1, length(value) - 1) i
              where substr(value, i, 2) ~ '^[^[:ascii:]]{2}$') end
    $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema trellis cascade');
}
