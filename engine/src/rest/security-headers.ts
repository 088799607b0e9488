// Headers of every answer. The policy knows no `unsafe-eval`: form validators are compiled on the server.
import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { Engine } from '../engine.ts';

export function securityHeaders(engine: Engine): RequestHandler {
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
