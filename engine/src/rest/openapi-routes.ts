// `GET /api/openapi.json`: the contract in a form for machines, as far as the asker may use it.
import { Router } from 'express';
import type { Engine } from '../engine.ts';
import { inSlices } from '../in-slices.ts';
import { openApiDocument } from '../openapi/document.ts';
import { judgement } from '../records/judgement.ts';
import { identityOf, onModel, sessionCookie } from './context.ts';

export function openApiRoutes(engine: Engine): Router {
  const router = Router();
  router.get('/openapi.json', async (request, response) => {
    const { session, asker } = identityOf(request);
    await onModel(engine, session.workspace, async (model) => {
      const tag = `"${model.version}-${asker.language}-${asker.actor.roles.join('+')}"`;
      response.setHeader('etag', tag).setHeader('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === tag) return void response.status(304).end();
      response.json(await inSlices(openApiDocument(judgement(model, asker), sessionCookie)));
    });
  });
  return router;
}
