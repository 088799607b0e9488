// The worker of a node: takes up open jobs, keeps their lease while it works, and leaves behind what another worker needs
// to go on. A killed process says nothing; its lease runs out, and the job goes on from its last committed step.
import { setTimeout as sleep } from 'node:timers/promises';
import { raw } from '@trellis/expressions/sql';
import { askerAt } from '../auth/actor.ts';
import type { Connection } from '../db/database.ts';
import type { Engine } from '../engine.ts';
import { Refusal } from '../problems/problem.ts';
import { newId } from '../records/id.ts';
import { judgement, type Judgement } from '../records/judgement.ts';
import { JobStopped, type Job, type JobFailure, type JobReport, type JobState, type Progress } from './job.ts';
import type { JobHandler, JobWork } from './job-handler.ts';
import { claimJob, endJob, extendLease, releaseJob, storeProgress, type Claim } from './job-store.ts';

export interface Timing {
  readonly leaseSeconds: number;
  readonly heartbeatMs: number;
  readonly pollMs: number;
}

const usualTiming: Timing = { leaseSeconds: 30, heartbeatMs: 10_000, pollMs: 250 };
/** A long job does not keep a short one waiting. */
const lanes = 2;
const sweepMs = 3_600_000;
/** A job that fails unexpectedly is taken up this often without any progress between; one that takes its process along, too. */
const mostAttempts = 3;

/** @returns how to stop: jobs that are under way are given back after the step they are in. */
export function runJobs(
  engine: Engine,
  handlers: readonly JobHandler[],
  timing: Timing = usualTiming,
): () => Promise<void> {
  const stopping = new AbortController();
  const running = Array.from({ length: lanes }, () => lane({ engine, handlers, timing, stop: stopping.signal }));
  const sweep = (): void => {
    for (const handler of handlers)
      handler
        .sweep(engine)
        .catch((error: unknown) =>
          engine.log.warn({ error, kind: handler.kind }, 'what old jobs have left could not be taken away'),
        );
  };
  sweep();
  const sweeping = setInterval(sweep, sweepMs).unref();
  return async () => {
    clearInterval(sweeping);
    stopping.abort();
    await Promise.all(running);
  };
}

interface Lane {
  readonly engine: Engine;
  readonly handlers: readonly JobHandler[];
  readonly timing: Timing;
  readonly stop: AbortSignal;
}

async function lane(at: Lane): Promise<void> {
  const { engine, handlers, timing, stop } = at;
  const kinds = handlers.map((handler) => handler.kind);
  while (!stop.aborted) {
    const worker = newId();
    try {
      const claim = await claimJob(engine.database, worker, kinds, timing.leaseSeconds);
      if (claim) {
        await workOn(at, worker, claim);
        continue;
      }
    } catch (error) {
      if (!stop.aborted) engine.log.warn({ error }, 'jobs could not be taken up; trying again');
    }
    await sleep(timing.pollMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function workOn(at: Lane, worker: string, { job, attempts }: Claim): Promise<void> {
  const { engine } = at;
  const handler = at.handlers.find(({ kind }) => kind === job.kind);
  if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
  const held = hold(at, worker, job);
  const end = async (state: JobState, report: JobReport | null): Promise<void> => {
    const ended = await endJob(engine.database, job.id, worker, { state, report });
    if (ended) await handler.ended(engine, ended);
  };
  try {
    if (attempts > mostAttempts) throw new Refusal('internal', { incident: job.id });
    await end('done', await handler.run(held.work));
  } catch (error) {
    if (error instanceof JobStopped) {
      if (error.reason === 'cancelled') await end('cancelled', null);
      if (error.reason === 'stopping') await releaseJob(engine.database, job.id, worker, 0);
    } else if (error instanceof Refusal) {
      await end('failed', { ...held.report(), problem: failureOf(error) });
    } else {
      engine.log.error({ error, job: job.id }, 'a job met an unexpected fault');
      if (attempts < mostAttempts) await releaseJob(engine.database, job.id, worker, attempts);
      else await end('failed', { ...held.report(), problem: failureOf(new Refusal('internal', { incident: job.id })) });
    }
  } finally {
    held.release();
  }
}

interface Held {
  readonly work: JobWork;
  report(): JobReport;
  release(): void;
}

/** The job in this worker's hands: its lease is kept while the handler works. */
function hold({ engine, timing, stop }: Lane, worker: string, job: Job): Held {
  let standing: 'ours' | 'cancelled' | 'lost' = 'ours';
  let report = job.report;
  const heartbeat = setInterval(() => {
    extendLease(engine.database, job.id, worker, timing.leaseSeconds).then(
      (found) => (standing = found),
      (error: unknown) => engine.log.warn({ error, job: job.id }, 'the lease of a job could not be extended'),
    );
  }, timing.heartbeatMs);
  const goOn = (): void => {
    if (standing !== 'ours') throw new JobStopped(standing);
    if (stop.aborted) throw new JobStopped('stopping');
  };
  return {
    work: {
      engine,
      job,
      judge: (language) => judgeOf(engine, job, language),
      step: async (work) => {
        goOn();
        standing = await engine.database.transaction((connection) =>
          takeStep(connection, work, async (progress) => {
            const found = await storeProgress(connection, job.id, worker, progress);
            // Only now: a report that cannot be stored would take the end of the job along.
            report = progress.report;
            return found;
          }),
        );
        goOn();
      },
    },
    report: () => report,
    release: () => clearInterval(heartbeat),
  };
}

async function takeStep(
  connection: Connection,
  work: (connection: Connection) => Promise<Progress>,
  store: (progress: Progress) => Promise<'ours' | 'cancelled' | 'lost'>,
): Promise<'ours' | 'cancelled'> {
  // A step that a crash of the database takes away takes its progress along and is done again; the job's end is flushed as usual.
  await connection.query(raw('set local synchronous_commit = off'));
  const found = await store(await work(connection));
  // Thrown inside the transaction: what was done without a lease is rolled back.
  if (found === 'lost') throw new JobStopped('lost');
  return found;
}

async function judgeOf(engine: Engine, job: Job, language?: string): Promise<Judgement> {
  const [model, actor] = await Promise.all([
    engine.models.get(job.workspace),
    engine.people.find(engine.database, job.workspace, job.createdBy),
  ]);
  if (!model) throw new Refusal('not_ready');
  if (!actor) throw new Refusal('forbidden');
  return judgement(model, askerAt(actor, engine.clock(), language));
}

/** Without texts: whoever reads the report reads them in their language. */
function failureOf({ code, params, faults }: Refusal): JobFailure {
  return { code, params, faults };
}
