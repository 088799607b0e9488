// What `GET /api/me` says: the person, their rights as rules the screens can ask, and the session's CSRF token.
import { accessOf, type AccessRule } from '../model/access.ts';
import { userContext } from '../auth/actor.ts';
import type { Model } from '../model/model.ts';
import type { Identity } from './context.ts';

export function describeMe(model: Model, { session, asker }: Identity): Readonly<Record<string, unknown>> {
  const { actor } = asker;
  const access = accessOf(model, actor.roles);
  return {
    user: {
      id: actor.userId,
      name: actor.name,
      email: actor.email,
      language: actor.language,
      time_zone: actor.timeZone,
    },
    workspace: session.workspace,
    roles: actor.roles,
    rights: [...access.rights],
    language: actor.language,
    currency: model.settings.currency,
    country: model.settings.country,
    csrf_token: session.csrfToken,
    metadata_version: model.version,
    permissions: access.rules.map((rule) => settled(rule, userContext(actor))),
  };
}

/** `$user.…` becomes the asker's own values, so that a screen can judge a record without knowing teams. */
function settled(rule: AccessRule, user: Readonly<Record<string, unknown>>): AccessRule {
  return rule.conditions ? { ...rule, conditions: settle(rule.conditions, user) as Record<string, unknown> } : rule;
}

function settle(json: unknown, user: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(json)) return json.map((item) => settle(item, user));
  if (typeof json !== 'object' || json === null) return json;
  const path: unknown = Object.getOwnPropertyDescriptor(json, 'var')?.value;
  if (typeof path === 'string' && path.startsWith('$user')) return user[path.slice('$user.'.length) || 'id'] ?? null;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, settle(value, user)]));
}
