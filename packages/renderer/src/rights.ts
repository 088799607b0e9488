// What the asker may do, from the CASL rules that GET /api/me gives. Screens hide what can't be done; the server decides.
// Later rules win over earlier ones. A rule with conditions is asked of the record; where none is given, it may hold for some.
import { Ability, type RawRuleOf, type Subject } from '@casl/ability';
import type { PermissionRule } from '@trellis/client/wire';
import type { RecordData } from './record-data.ts';

/** Whether a record meets a rule's conditions; undefined while that cannot be told yet. */
export type ConditionMatcher = (conditions: unknown, entity: string, record: RecordData) => boolean | undefined;
export type Rights = (action: string, entity: string, record?: RecordData, field?: string) => boolean;

interface Subjected {
  readonly entity: string;
  readonly record: RecordData;
}
type RecordAbility = Ability<[string, Subject], unknown>;

export function createRights(rules: readonly PermissionRule[], matches: ConditionMatcher = () => undefined): Rights {
  const ability = new Ability<[string, Subject], unknown>(rules.map(toRaw), {
    detectSubjectType: (subject) => (isSubjected(subject) ? subject.entity : 'all'),
    conditionsMatcher: (conditions) => (subject) => {
      if (!isSubjected(subject)) return false;
      return matches(conditions, subject.entity, subject.record) ?? true;
    },
    fieldMatcher: (fields) => (field) => fields.includes(field),
  });
  return (action, entity, record, field) => ability.can(action, record ? { entity, record } : entity, field);
}

function toRaw(rule: PermissionRule): RawRuleOf<RecordAbility> {
  return {
    action: rule.action,
    subject: rule.subject,
    ...(rule.fields && { fields: [...rule.fields] }),
    ...(rule.inverted && { inverted: true }),
    ...(rule.conditions !== undefined && { conditions: rule.conditions }),
  };
}

function isSubjected(subject: unknown): subject is Subjected {
  return typeof subject === 'object' && subject !== null && 'entity' in subject && 'record' in subject;
}
