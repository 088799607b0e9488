// Logging in and out, and who I am.
import { Router, type CookieOptions } from 'express';
import type { Engine } from '../engine.ts';
import { logIn } from '../auth/login.ts';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { storeOf } from '../records/handle-request.ts';
import { cookieOf, identify, identityOf, onModel, sessionCookie } from './context.ts';
import { describeMe } from './me.ts';
import { changeOwnSettings, readOwnSettings } from './own-settings.ts';

export function cookieOptions(engine: Engine): CookieOptions {
  const days = 14;
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: engine.settings.secureCookies,
    path: '/',
    maxAge: days * 86_400_000,
  };
}

export function authRoutes(engine: Engine): Router {
  const router = Router();
  router.post('/auth/login', async (request, response) => {
    // `code` is for a second factor, which nobody has yet.
    const { email, password } = closedObject(request.body, ['email', 'password', 'code']);
    if (typeof email !== 'string' || typeof password !== 'string' || email.length > 320 || password.length > 1000)
      throw new Refusal('malformed_request', { reason: '{ email, password }' });
    const workspace = request.headers['x-workspace'];
    const attempt = {
      email,
      password,
      address: request.ip ?? '',
      workspace: typeof workspace === 'string' ? workspace : null,
    };
    const { token, session } = await logIn(engine.database, engine.sessions, engine.throttle, attempt);
    const actor = await engine.people.find(engine.database, session.workspace, session.userId);
    if (!actor) throw new Refusal('wrong_credentials');
    response.cookie(sessionCookie, token, cookieOptions(engine));
    const user = { id: actor.userId, name: actor.name, email: actor.email, language: actor.language };
    // The CSRF token is here as well, so that a client without a page needs no second request.
    response.json({ user, data: { user, csrf_token: session.csrfToken, workspace: session.workspace } });
  });

  router.use(identify(engine));
  router.post('/auth/logout', async (request, response) => {
    const token = cookieOf(request, sessionCookie);
    if (token) await engine.sessions.close(engine.database, token);
    const { maxAge: _, ...options } = cookieOptions(engine);
    response.clearCookie(sessionCookie, options).json({ data: null });
  });
  router.get('/me', async (request, response) => {
    const identity = identityOf(request);
    response.json({
      data: await onModel(engine, identity.session.workspace, async (model) => describeMe(model, identity)),
    });
  });
  router.patch('/me', async (request, response) => {
    const { session, asker } = identityOf(request);
    const values = readOwnSettings(request.body);
    await onModel(engine, session.workspace, (model) =>
      changeOwnSettings(model, storeOf(engine.database, engine.people.names), { session, asker }, values),
    );
    engine.people.forget(session.workspace);
    const actor = await engine.people.find(engine.database, session.workspace, session.userId);
    if (!actor) throw new Refusal('unauthenticated');
    const identity = { session, asker: { ...asker, actor, language: actor.language } };
    response.json({ data: await onModel(engine, session.workspace, async (model) => describeMe(model, identity)) });
  });
  return router;
}
