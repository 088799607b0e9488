// Who asks, in which language, over which model: settled once for each request before any route runs.
import type { NextFunction, Request, Response } from 'express';
import { askerAt, type Asker } from '../auth/actor.ts';
import type { Session } from '../auth/sessions.ts';
import type { Engine } from '../engine.ts';
import type { Model } from '../model/model.ts';
import { ModelMoved } from '../records/execute.ts';
import { Refusal } from '../problems/problem.ts';

export interface Identity {
  readonly session: Session;
  readonly asker: Asker;
}

export const sessionCookie = 'trellis_session';

const identities = new WeakMap<Request, Identity>();

/** The asker of a request behind `identify`. */
export function identityOf(request: Request): Identity {
  const identity = identities.get(request);
  if (!identity) throw new Refusal('unauthenticated');
  return identity;
}

/** Refuses whoever is not logged in, and unsafe methods without the session's CSRF token. */
export function identify(engine: Engine) {
  return async (request: Request, _response: Response, next: NextFunction): Promise<void> => {
    const token = cookieOf(request, sessionCookie);
    const session = token ? await engine.sessions.find(engine.database, token) : null;
    if (!session) throw new Refusal('unauthenticated');
    if (!safeMethods.has(request.method) && request.headers['x-csrf-token'] !== session.csrfToken)
      throw new Refusal('csrf');
    const wanted = request.headers['x-workspace'];
    if (wanted !== undefined && wanted !== session.workspace) throw new Refusal('not_found');
    const actor = await engine.people.find(engine.database, session.workspace, session.userId);
    if (!actor) throw new Refusal('unauthenticated');
    identities.set(request, { session, asker: askerAt(actor, engine.clock(), languageOf(request, actor.language)) });
    next();
  };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Runs work on the model that is active now. Where a table has moved on under it (a publish on another node), it runs once
 * more on the newest model: nothing was written, for the statement failed as a whole.
 */
export async function onModel<T>(engine: Engine, workspace: string, work: (model: Model) => Promise<T>): Promise<T> {
  const model = engine.models.peek(workspace) ?? (await engine.models.get(workspace));
  if (!model) throw new Refusal('not_ready');
  try {
    return await work(model);
  } catch (error) {
    if (!(error instanceof ModelMoved)) throw error;
    const newer = await engine.models.refresh(workspace);
    if (!newer || newer.version === model.version) throw error;
    return work(newer);
  }
}

export function languageOf(request: Request, fallback: string): string {
  const header = request.headers['accept-language'];
  // A browser sends its own list with everything; only an explicit single language overrules the user's choice.
  if (header === 'en' || header === 'zh-CN') return header;
  return fallback;
}

/** For those who are not logged in yet: what their browser prefers. */
export function browserLanguage(request: Request): string {
  return /^\s*zh/i.test(request.headers['accept-language'] ?? '') ? 'zh-CN' : 'en';
}

export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const cut = part.indexOf('=');
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim();
  }
  return null;
}
