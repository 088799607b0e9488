// The edge: whatever was thrown becomes one problem+json. Unknown causes are logged under an incident id and told nothing more.
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Engine } from '../engine.ts';
import { ModelMoved } from '../records/execute.ts';
import { problemBody, Refusal } from '../problems/problem.ts';
import { browserLanguage, identityOf } from './context.ts';

export function problems(engine: Engine) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    if (response.headersSent) {
      // A part of the answer is out. Broken off, it is not taken for the whole.
      engine.log.error({ error }, 'an answer was broken off');
      return void response.destroy();
    }
    const refusal = refusalOf(engine, error);
    const body = problemBody(refusal, languageFor(request));
    if (body.status === 429) response.setHeader('retry-after', String(refusal.params['seconds'] ?? 1));
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  };
}

function refusalOf(engine: Engine, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ModelMoved) return new Refusal('not_ready');
  const { type, code } = (error ?? {}) as { type?: string; code?: string };
  if (type === 'entity.parse.failed' || type === 'charset.unsupported' || type === 'encoding.unsupported')
    return new Refusal('malformed_json');
  if (type === 'entity.too.large') return new Refusal('too_big', { limit: '10 MB' });
  // Text that no column can hold, such as a NUL character, wherever it stood in the request.
  if (code === '22021' || code === '22P05') return new Refusal('malformed_request', { reason: 'U+0000' });
  if (code === '57014') return new Refusal('takes_too_long');
  if (error instanceof URIError) return new Refusal('malformed_request', { reason: 'the address' });
  if ((code && unreachable.has(code)) || brokenOff(error)) {
    engine.log.warn({ error }, 'the database cannot be reached');
    return new Refusal('not_ready');
  }
  const incident = randomUUID();
  engine.log.error({ error, incident }, 'unexpected');
  return new Refusal('internal', { incident });
}

/** The server went away, is starting, is stopping, or has no connection left. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
]);

/** The driver tells a connection that broke off under a statement by its words alone. */
function brokenOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/.test(
      error.message,
    )
  );
}

function languageFor(request: Request): string {
  try {
    return identityOf(request).asker.language;
  } catch {
    return browserLanguage(request);
  }
}
