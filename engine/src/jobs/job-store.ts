// The statements over trellis.job. Whoever changes a running job names itself as its worker, so that one who has lost the
// lease without noticing writes nothing.
import { sql, type Sql } from '@trellis/expressions/sql';
import type { Connection, Row } from '../db/database.ts';
import { newId } from '../records/id.ts';
import type { Job, JobReport, JobState, Progress } from './job.ts';

export interface NewJob {
  readonly id?: string;
  readonly workspace: string;
  readonly kind: string;
  readonly input: unknown;
  readonly total: number | null;
  readonly createdBy: string;
  /** Nobody takes it up before. */
  readonly afterSeconds?: number;
}

/** A claimed job, and how often it has been taken up since it last got on. */
export interface Claim {
  readonly job: Job;
  readonly attempts: number;
}

const columns = sql`id, workspace, kind, state, done, total, input, report, checkpoint, created_by, created_at, ended_at`;

/** Runs inside the caller's transaction where there is one: the job exists if what it belongs to does. */
export async function createJob(connection: Connection, job: NewJob): Promise<string> {
  const id = job.id ?? newId();
  await connection.query(sql`insert into trellis.job (id, workspace, kind, state, total, input, created_by, lease_until)
    values (${id}::uuid, ${job.workspace}, ${job.kind}, 'queued', ${job.total}::int, ${JSON.stringify(job.input)}::jsonb, ${job.createdBy}::uuid,
      now() + make_interval(secs => ${job.afterSeconds ?? null}::float8))`);
  return id;
}

/** The oldest job that nobody works on: new ones, and those whose worker has not been heard of for a lease. */
export async function claimJob(
  connection: Connection,
  worker: string,
  kinds: readonly string[],
  leaseSeconds: number,
): Promise<Claim | null> {
  const [row] = await connection.prepared(sql`update trellis.job
    set state = 'running', worker = ${worker}::uuid, attempts = attempts + 1, lease_until = ${until(leaseSeconds)}
    where id = (select id from trellis.job where state in ('queued', 'running') and (lease_until is null or lease_until < now())
      and kind = any(${kinds}::text[]) order by created_at limit 1 for update skip locked)
    returning ${columns}, attempts`);
  return row ? { job: jobOf(row), attempts: Number(row['attempts']) } : null;
}

/** @returns whether the job is still this worker's, and whether somebody wants it to end. */
export async function extendLease(
  connection: Connection,
  id: string,
  worker: string,
  leaseSeconds: number,
): Promise<'ours' | 'cancelled' | 'lost'> {
  const [row] = await connection.prepared(sql`update trellis.job set lease_until = ${until(leaseSeconds)}
    where id = ${id}::uuid and worker = ${worker}::uuid returning cancel`);
  return standing(row);
}

/** Stands in the transaction of the step that it speaks of. */
export async function storeProgress(
  connection: Connection,
  id: string,
  worker: string,
  progress: Progress,
): Promise<'ours' | 'cancelled' | 'lost'> {
  const [row] = await connection.prepared(sql`update trellis.job
    set done = ${progress.done}::int, total = ${progress.total}::int, report = ${JSON.stringify(progress.report)}::text::jsonb,
      checkpoint = ${JSON.stringify(progress.checkpoint)}::text::jsonb, attempts = 0
    where id = ${id}::uuid and worker = ${worker}::uuid returning cancel`);
  return standing(row);
}

/** `report` null: the one that the last step left. @returns the ended job, or null where it is no longer this worker's. */
export async function endJob(
  connection: Connection,
  id: string,
  worker: string,
  end: { readonly state: JobState; readonly report: JobReport | null },
): Promise<Job | null> {
  const report = end.report === null ? sql`report` : sql`${JSON.stringify(end.report)}::text::jsonb`;
  const [row] = await connection.query(sql`update trellis.job
    set state = ${end.state}, report = ${report}, ended_at = now(), worker = null, lease_until = null, checkpoint = null
    where id = ${id}::uuid and worker = ${worker}::uuid returning ${columns}`);
  return row ? jobOf(row) : null;
}

/** Gives the job back; another worker takes it up after `seconds`. */
export async function releaseJob(connection: Connection, id: string, worker: string, seconds: number): Promise<void> {
  await connection.query(
    sql`update trellis.job set worker = null, lease_until = ${until(seconds)} where id = ${id}::uuid and worker = ${worker}::uuid`,
  );
}

/** A queued job ends at once, a running one after the step that is under way. */
export async function cancelJob(connection: Connection, workspace: string, id: string): Promise<Job | null> {
  const [row] = await connection.query(sql`update trellis.job set cancel = true,
      state = case state when 'queued' then 'cancelled' else state end,
      ended_at = case state when 'queued' then now() else ended_at end
    where id = ${id}::uuid and workspace = ${workspace} and state in ('queued', 'running') returning ${columns}`);
  return row ? jobOf(row) : null;
}

export async function findJob(connection: Connection, workspace: string, id: string): Promise<Job | null> {
  const [row] = await connection.prepared(
    sql`select ${columns} from trellis.job where id = ${id}::uuid and workspace = ${workspace}`,
  );
  return row ? jobOf(row) : null;
}

/** Those of `ids` that are still to be worked on. */
export async function openJobs(connection: Connection, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await connection.query(
    sql`select id from trellis.job where id = any(${ids}::uuid[]) and state in ('queued', 'running')`,
  );
  return new Set(rows.map((row) => String(row['id'])));
}

/** The newest first; `createdBy` null: everybody's. */
export async function listJobs(
  connection: Connection,
  workspace: string,
  createdBy: string | null,
  limit: number,
): Promise<Job[]> {
  const rows = await connection.prepared(sql`select ${columns} from trellis.job
    where workspace = ${workspace} and (${createdBy}::uuid is null or created_by = ${createdBy}::uuid) order by created_at desc, id desc limit ${limit}`);
  return rows.map(jobOf);
}

function until(seconds: number): Sql {
  return sql`now() + make_interval(secs => ${seconds}::float8)`;
}

function standing(row: Row | undefined): 'ours' | 'cancelled' | 'lost' {
  if (!row) return 'lost';
  return row['cancel'] === true ? 'cancelled' : 'ours';
}

function jobOf(row: Row): Job {
  return {
    id: String(row['id']),
    workspace: String(row['workspace']),
    kind: String(row['kind']),
    state: row['state'] as JobState,
    done: Number(row['done']),
    total: row['total'] === null ? null : Number(row['total']),
    input: row['input'],
    report: row['report'] as JobReport,
    checkpoint: row['checkpoint'],
    createdBy: String(row['created_by']),
    createdAt: instant(row['created_at']),
    endedAt: row['ended_at'] === null ? null : instant(row['ended_at']),
  };
}

/** ISO 8601 of what PostgreSQL writes. */
function instant(text: unknown): string {
  return new Date(String(text)).toISOString();
}
