// Search across entities.
import { Router } from 'express';
import type { Engine } from '../engine.ts';
import { Refusal } from '../problems/problem.ts';
import { judgement } from '../records/judgement.ts';
import { searchEverywhere } from '../search/search-everywhere.ts';
import { identityOf, onModel } from './context.ts';
import { queryOf } from './query-string.ts';

export function searchRoutes(engine: Engine): Router {
  const router = Router();
  router.get('/search', async (request, response) => {
    const { session, asker } = identityOf(request);
    const { q } = queryOf(request, ['q']);
    if (q === undefined || q.length > 200) throw new Refusal('malformed_request', { reason: '?q=' });
    const data = await onModel(engine, session.workspace, (model) =>
      searchEverywhere(judgement(model, asker), engine.database, q),
    );
    response.json({ data });
  });
  return router;
}
