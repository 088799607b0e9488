// What `GET /api/me` says: the person, their rights as rules the screens can ask, and the session's CSRF token.
import type { AccessRule } from '../model/access.ts';
import { userContext } from '../auth/actor.ts';
import { readCondition } from '../model/expression.ts';
import type { CompiledEntity, Model } from '../model/model.ts';
import { judgedScope, judgement, type Judgement } from '../records/judgement.ts';
import { isHidden } from '../sight/item-in-sight.ts';
import type { Identity } from './context.ts';

export function describeMe(model: Model, { session, asker }: Identity): Readonly<Record<string, unknown>> {
  const { actor } = asker;
  const judge = judgement(model, asker);
  const { access } = judge;
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
    permissions: access.rules.flatMap((rule) => inSight(judge, rule)).map((rule) => settled(rule, userContext(actor))),
  };
}

/** Without names that the asker does not know: a condition on what they do not see could not be judged on a screen anyway. */
function inSight(judge: Judgement, rule: AccessRule): AccessRule[] {
  const entity = typeof rule.subject === 'string' ? judge.model.entities.get(rule.subject) : undefined;
  // Whoever only writes knows the fields that they write.
  if (!entity || judge.access.row(entity.name, 'read').kind === 'none') return [rule];
  const { fields, conditions, ...rest } = rule;
  const known = typeof fields === 'string' ? [fields] : fields?.filter((name) => isKnown(judge, entity, name));
  if (known?.length === 0) return [];
  const isJudgeable = conditions !== undefined && readCondition(conditions, judgedScope(judge, entity)).ok;
  return [{ ...rest, ...(known ? { fields: known } : {}), ...(isJudgeable ? { conditions } : {}) }];
}

function isKnown(judge: Judgement, entity: CompiledEntity, name: string): boolean {
  const field = entity.fields.get(name);
  return field !== undefined && !isHidden(judge, field);
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
