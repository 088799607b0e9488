// Headers of every answer. The policy knows no `unsafe-eval`: form validators are compiled on the server.
import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import type { Engine } from '../engine.ts';

/** Helmet decides once what the headers are; sending the same fourteen again needs none of its fourteen handlers. */
export function securityHeaders(engine: Engine): RequestHandler {
  const headers = headersOf(policy(engine));
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function headersOf(handler: RequestHandler): readonly (readonly [string, string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  handler(request as Request, response as Response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

function policy(engine: Engine): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': [`'self'`],
        'script-src': [`'self'`],
        // Components set their styles at run time.
        'style-src': [`'self'`, `'unsafe-inline'`],
        'img-src': [`'self'`, 'data:', 'blob:'],
        'font-src': [`'self'`, 'data:'],
        'connect-src': [`'self'`],
        'object-src': [`'none'`],
        'base-uri': [`'self'`],
        'form-action': [`'self'`],
        'frame-ancestors': [`'none'`],
      },
    },
    // A browser that has once seen this header refuses plain HTTP: only where TLS is known to be in front.
    strictTransportSecurity: engine.settings.secureCookies ? { maxAge: 365 * 86_400, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
