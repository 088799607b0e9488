// The first-run set-up over HTTP; gone for ever once it is done.
import { Router } from 'express';
import type { Engine } from '../engine.ts';
import { Refusal } from '../problems/problem.ts';
import { isSetUp, readAnswers, setUp } from '../setup/first-run.ts';
import { listTemplates } from '../setup/templates.ts';
import { cookieOptions } from './auth-routes.ts';
import { sessionCookie } from './context.ts';

export function setupRoutes(engine: Engine): Router {
  const router = Router();
  let done = false;
  router.use('/setup', async (_request, _response, next) => {
    done ||= await isSetUp(engine);
    if (done) throw new Refusal('set_up');
    next();
  });
  router.get('/setup', async (_request, response) => {
    const templates = await listTemplates(engine.settings.templatesFolder);
    response.json({ data: { languages: ['en', 'zh-CN'], templates } });
  });
  router.post('/setup', async (request, response) => {
    const created = await setUp(engine, readAnswers(request.body));
    const { token, session } = await engine.sessions.open(
      engine.database,
      created.loginId,
      created.model.workspace,
      created.administratorId,
    );
    response
      .cookie(sessionCookie, token, cookieOptions(engine))
      .status(201)
      .json({ data: { workspace: session.workspace, csrf_token: session.csrfToken } });
  });
  return router;
}
