// Headers of every answer. The policy knows no `unsafe-eval`: form validators are compiled on the server.
import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import type { Engine } from '../engine.ts';

/** For screens and files: what they may load, and who may frame them. */
export function screenHeaders(engine: Engine): RequestHandler {
  return sending(headersOf(screenPolicy(engine)));
}

/** For answers of the API, which are data: nothing may be loaded by them, nobody may frame them, no cache keeps them. */
export function apiHeaders(engine: Engine): RequestHandler {
  return sending([...headersOf(apiPolicy(engine)), ['cache-control', 'no-store']]);
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Helmet decides once what the headers are; sending the same ones again needs none of its handlers. */
function sending(headers: Headers): RequestHandler {
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function headersOf(handler: RequestHandler): Headers {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  handler(request as Request, response as Response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)] as const);
}

function screenPolicy(engine: Engine): RequestHandler {
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
    strictTransportSecurity: transport(engine),
    referrerPolicy: { policy: 'same-origin' },
  });
}

function apiPolicy(engine: Engine): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': [`'none'`], 'frame-ancestors': [`'none'`] },
    },
    strictTransportSecurity: transport(engine),
    referrerPolicy: { policy: 'same-origin' },
    // What follows concerns pages.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

/** A browser that has once seen this header refuses plain HTTP: only where TLS is known to be in front. */
function transport(engine: Engine): { maxAge: number; includeSubDomains: boolean } | false {
  return engine.settings.secureCookies ? { maxAge: 365 * 86_400, includeSubDomains: false } : false;
}
