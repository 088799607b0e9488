// The HTTP application: security headers, health, the API's routes in order, the screens, and one handler for everything that fails.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import type { Engine } from './engine.ts';
import { Refusal } from './problems/problem.ts';
import { authRoutes } from './rest/auth-routes.ts';
import { importRoutes } from './rest/import-routes.ts';
import { jobRoutes } from './rest/job-routes.ts';
import { refuseDeepBody } from './rest/body-depth.ts';
import { identify } from './rest/context.ts';
import { metadataRoutes } from './rest/metadata-routes.ts';
import { metricsText, observeRequest } from './rest/metrics.ts';
import { openApiRoutes } from './rest/openapi-routes.ts';
import { problems } from './rest/problems.ts';
import { recordRoutes } from './rest/record-routes.ts';
import { searchRoutes } from './rest/search-routes.ts';
import { apiHeaders, screenHeaders } from './rest/security-headers.ts';
import { setupRoutes } from './rest/setup-routes.ts';

export function makeApp(engine: Engine): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', engine.settings.trustProxy);
  app.set('query parser', 'simple');
  const compress = compression();
  app.use((request, response, next) =>
    request.headers['accept-encoding'] ? compress(request, response, next) : next(),
  );
  app.use((request, response, next) => {
    const start = performance.now();
    response.on('finish', () =>
      observeRequest(request.method, response.statusCode, (performance.now() - start) / 1000),
    );
    next();
  });
  app.use('/api', apiHeaders(engine), api(engine));
  app.use(screenHeaders(engine));
  app.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/readyz', async (_request, response) => {
    const ready = engine.ready && (await reached(engine));
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, response) => void response.type('text/plain').send(await metricsText(engine)));
  screens(app, '/designer', engine.settings.screens.designer);
  screens(app, '/', engine.settings.screens.runtime);
  app.use(nothingHere);
  app.use(problems(engine));
  return app;
}

function api(engine: Engine): express.Router {
  const router = express.Router();
  router.use(express.json({ limit: '10mb', strict: false }));
  router.use(refuseDeepBody);
  // Records come first: nearly every request is for them, and each route in front of them is tried before.
  router.use('/records', identify(engine), recordRoutes(engine));
  router.use(setupRoutes(engine));
  router.use(authRoutes(engine));
  router.use(metadataRoutes(engine));
  router.use(importRoutes(engine));
  router.use(jobRoutes(engine));
  router.use(searchRoutes(engine));
  router.use(openApiRoutes(engine));
  router.use(nothingHere);
  return router;
}

/** The address of a screen is known to the screen alone: every path below `base` that is no file gets its page. */
function screens(app: Express, base: string, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const year = 365 * 86_400_000;
  app.use(base, express.static(folder, { index: false, immutable: true, maxAge: year, redirect: false }));
  app.use(base, (request: Request, response: Response, next) => {
    if (request.method !== 'GET' || !request.accepts('html') || /\.\w+$/.test(request.path)) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
}

function nothingHere(): never {
  throw new Refusal('no_such_address');
}

async function reached(engine: Engine): Promise<boolean> {
  try {
    await engine.database.pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}
