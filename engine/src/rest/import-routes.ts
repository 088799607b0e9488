// Imports over HTTP: look at a file, or start the job that imports it.
import { Router, type Request } from 'express';
import type { Engine } from '../engine.ts';
import { inspectUpload, startImport } from '../imports/start-import.ts';
import { judgement, type Judgement } from '../records/judgement.ts';
import { identityOf, onModel } from './context.ts';
import { entityOf } from './record-routes.ts';

export function importRoutes(engine: Engine): Router {
  const router = Router();
  router.post('/records/:entity/import/inspect', async (request, response) => {
    const inspection = await inspectUpload(engine, await judgeOf(engine, request), entityOf(request), request);
    response.json({ data: inspection });
  });
  router.post('/records/:entity/import', async (request, response) => {
    const id = await startImport(engine, await judgeOf(engine, request), entityOf(request), request);
    response.status(202).setHeader('location', `/api/jobs/${id}`).json({ data: { id } });
  });
  return router;
}

/** An upload is read once: unlike other requests, it cannot be tried again on a newer model. */
async function judgeOf(engine: Engine, request: Request): Promise<Judgement> {
  const { session, asker } = identityOf(request);
  return judgement(await onModel(engine, session.workspace, async (model) => model), asker);
}
