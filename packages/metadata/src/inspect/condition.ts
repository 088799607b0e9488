// Expressions inside items: every name in them is a reference, and their result must fit the place they stand in. Plain names,
// `$record` and `$old` are about a record of `entity`; in the filter of a look-up, `$record` is the one that refers to it.
import { check, checkAs, type Scope } from '@trellis/expressions/check';
import { findOperator } from '@trellis/expressions/operators';
import { parseExpression } from '@trellis/expressions/parse';
import type { ValueType } from '@trellis/expressions/types';
import { choiceScope, referrerName, withReferrer } from '../choice-filter.ts';
import { isObject, pointer } from '../json.ts';
import type { Condition } from '../kinds.ts';
import { resolvePath } from '../members.ts';
import type { Metadata } from '../metadata.ts';
import { recordScope, subjectOf } from '../record-scope.ts';
import { filePath, type Inspection } from './inspection.ts';
import { referToItem, referToPath } from './refer.ts';

/** A constant, or an expression that gives true or false. */
export function inspectCondition(
  inspection: Inspection,
  path: string,
  condition: Condition | undefined,
  entity: string,
): void {
  if (condition === undefined || typeof condition === 'boolean') return;
  inspectExpression(inspection, path, { json: condition, entity, gives: 'boolean' });
}

/** `gives`: the type that its result must have; absent: any. */
export function inspectExpression(
  inspection: Inspection,
  path: string,
  { json, entity, gives }: { readonly json: unknown; readonly entity: string; readonly gives?: ValueType },
): void {
  inspectWithin(inspection, path, { json, gives, subject: { entity } });
}

/** Which records of `chosen` a look-up of `referrer` may lead to. */
export function inspectChoiceFilter(
  inspection: Inspection,
  path: string,
  { json, chosen, referrer }: { readonly json: unknown; readonly chosen: string; readonly referrer: string },
): void {
  inspectWithin(inspection, path, {
    json: withReferrer(json),
    gives: 'boolean',
    subject: { entity: chosen, referrer },
  });
}

/** The entity of the record that an expression is about, and of the one that refers to it. */
interface Subject {
  readonly entity: string;
  readonly referrer?: string;
}

function inspectWithin(
  inspection: Inspection,
  path: string,
  {
    json,
    gives,
    subject,
  }: { readonly json: unknown; readonly gives: ValueType | undefined; readonly subject: Subject },
): void {
  const at = filePath(inspection, path);
  const parsed = parseExpression(json, at);
  if (!parsed.ok) {
    inspection.problems.push(...parsed.problems);
    return;
  }
  // A name that leads nowhere is reported at its very place; what it would do to types is not of interest.
  if (!referToNames(inspection, path, json, subject)) return;
  const scope = scopeOf(inspection.metadata, subject);
  const checked = gives === undefined ? check(parsed.value, scope, at) : checkAs(parsed.value, scope, gives, at);
  if (!checked.ok) inspection.problems.push(...checked.problems);
}

function scopeOf(metadata: Metadata, { entity, referrer }: Subject): Scope {
  const scope = recordScope(metadata, entity);
  return referrer === undefined ? scope : choiceScope(scope, recordScope(metadata, referrer));
}

/** Follows every `{"var": …}` and every name of a calendar; false where one leads nowhere. */
function referToNames(inspection: Inspection, path: string, json: unknown, subject: Subject): boolean {
  if (Array.isArray(json)) {
    const items: unknown[] = json;
    return items.map((item, index) => referToNames(inspection, pointer(path, index), item, subject)).every(Boolean);
  }
  if (!isObject(json)) return true;
  return Object.entries(json)
    .map(([operator, operands]) => {
      const at = pointer(path, operator);
      if (operator !== 'var') {
        const known = referToCalendars(inspection, at, operator, operands);
        return referToNames(inspection, at, operands, subject) && known;
      }
      if (typeof operands === 'string') return referToName(inspection, at, operands, subject);
      const [name, otherwise]: unknown[] = Array.isArray(operands) ? operands : [];
      const known = referToName(inspection, pointer(at, 0), String(name), subject);
      return referToNames(inspection, pointer(at, 1), otherwise, subject) && known;
    })
    .every(Boolean);
}

const calendarName: string = 'calendar';

/** The operators say which of their operands is a calendar's name, written out. */
function referToCalendars(inspection: Inspection, path: string, operator: string, operands: unknown): boolean {
  const signatures = findOperator(operator)?.signatures ?? [];
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  return list
    .map((operand, index) => {
      const isCalendar = signatures.some(({ takes }) => takes.at(index, list.length) === calendarName);
      if (!isCalendar || typeof operand !== 'string') return true;
      return referToItem(inspection, pointer(path, index), 'calendar', operand) !== undefined;
    })
    .every(Boolean);
}

function referToName(inspection: Inspection, path: string, name: string, { entity, referrer }: Subject): boolean {
  const names = name.split('.');
  const ofReferrer = referrer !== undefined && names[0] === referrerName;
  const { subject, fields } = ofReferrer ? { subject: referrer, fields: names.slice(1) } : subjectOf(names, entity);
  // The clock and the facts about the user are no fields that anybody could rename.
  const isField = resolvePath(inspection.metadata, subject, fields).ok;
  const isFact =
    name === '$now' || name === '$today' || recordScope(inspection.metadata, entity).typeOf(names) !== undefined;
  if (!isField && isFact) return true;
  return referToPath(inspection, path, subject, fields) !== undefined;
}
