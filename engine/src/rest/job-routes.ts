// Jobs over HTTP: how far they are, what came of them, and their end before time.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Router, type Request } from 'express';
import type { Engine } from '../engine.ts';
import { fileExists, importFiles } from '../imports/import-files.ts';
import type { Job, JobFailure } from '../jobs/job.ts';
import { cancelJob, findJob, listJobs } from '../jobs/job-store.ts';
import { accessOf } from '../model/access.ts';
import { problemBody, Refusal } from '../problems/problem.ts';
import { identityOf, onModel } from './context.ts';
import { queryOf } from './query-string.ts';
import { idOf } from './record-routes.ts';

const mostListed = 100;

export function jobRoutes(engine: Engine): Router {
  const router = Router();
  router.get('/jobs', async (request, response) => {
    queryOf(request, []);
    const { session, asker } = identityOf(request);
    const everybody = await mayAll(engine, request);
    const jobs = await listJobs(engine.database, session.workspace, everybody ? null : session.userId, mostListed);
    response.json({ data: jobs.map((job) => shown(job, session.userId, asker.language)) });
  });
  router.get('/jobs/:id', async (request, response) => {
    const { session, asker } = identityOf(request);
    response.json({ data: shown(await jobOf(engine, request), session.userId, asker.language) });
  });
  router.post('/jobs/:id/cancel', async (request, response) => {
    const { session, asker } = identityOf(request);
    const { id } = await jobOf(engine, request);
    await cancelJob(engine.database, session.workspace, id);
    response.json({ data: shown(await jobOf(engine, request), session.userId, asker.language) });
  });
  router.get('/jobs/:id/errors.csv', async (request, response) => {
    const job = await jobOf(engine, request);
    const { errors } = importFiles(engine.settings.home, job.id);
    // The rows belong to whoever sent them: they may hold what nobody else may read.
    if (job.createdBy !== identityOf(request).session.userId || !(await fileExists(errors)))
      throw new Refusal('not_found');
    response
      .setHeader('content-type', 'text/csv; charset=utf-8')
      .setHeader('content-disposition', 'attachment; filename="errors.csv"');
    response.setHeader('cache-control', 'private, no-store');
    await pipeline(createReadStream(errors), response);
  });
  return router;
}

/** One's own, or with the right `jobs` anybody's in the workspace. */
async function jobOf(engine: Engine, request: Request): Promise<Job> {
  const { session } = identityOf(request);
  const job = await findJob(engine.database, session.workspace, idOf(request));
  if (!job || (job.createdBy !== session.userId && !(await mayAll(engine, request)))) throw new Refusal('not_found');
  return job;
}

function mayAll(engine: Engine, request: Request): Promise<boolean> {
  const { session, asker } = identityOf(request);
  return onModel(engine, session.workspace, async (model) => accessOf(model, asker.actor.roles).rights.has('jobs'));
}

/** Others see how far a job is, but no values that its maker sent. */
function shown(job: Job, userId: string, language: string): object {
  const { id, kind, state, done, total, createdBy, createdAt, endedAt } = job;
  const { problem, errors, reasons, unmatched, ...counts } = job.report;
  const told = Object.entries({ errors, reasons, unmatched }).filter(([, value]) => value !== undefined);
  const own = job.createdBy === userId ? Object.fromEntries(told) : {};
  const failed = problem ? { problem: failureText(problem as JobFailure, language) } : {};
  return {
    id,
    kind,
    state,
    done,
    total,
    created_by: createdBy,
    created_at: createdAt,
    ended_at: endedAt,
    report: { ...counts, ...own, ...failed },
  };
}

function failureText({ code, params, faults }: JobFailure, language: string): object {
  return problemBody(new Refusal(code, params, faults), language);
}
