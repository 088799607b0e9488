// Expressions inside items: every name in them is a reference, and their result must fit the place they stand in. Plain names,
// `$record` and `$old` are about a record of `entity`.
import { check, checkAs } from '@trellis/expressions/check';
import { parseExpression } from '@trellis/expressions/parse';
import type { ValueType } from '@trellis/expressions/types';
import { isObject, pointer } from '../json.ts';
import type { Condition } from '../kinds.ts';
import { resolvePath } from '../members.ts';
import { recordScope, subjectOf } from '../record-scope.ts';
import { filePath, type Inspection } from './inspection.ts';
import { referToPath } from './refer.ts';

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
  const at = filePath(inspection, path);
  const parsed = parseExpression(json, at);
  if (!parsed.ok) {
    inspection.problems.push(...parsed.problems);
    return;
  }
  // A name that leads nowhere is reported at its very place; what it would do to types is not of interest.
  if (!referToNames(inspection, path, json, entity)) return;
  const scope = recordScope(inspection.metadata, entity);
  const checked = gives === undefined ? check(parsed.value, scope, at) : checkAs(parsed.value, scope, gives, at);
  if (!checked.ok) inspection.problems.push(...checked.problems);
}

/** Follows every `{"var": …}`; false where one leads nowhere. */
function referToNames(inspection: Inspection, path: string, json: unknown, entity: string): boolean {
  if (Array.isArray(json)) {
    const items: unknown[] = json;
    return items.map((item, index) => referToNames(inspection, pointer(path, index), item, entity)).every(Boolean);
  }
  if (!isObject(json)) return true;
  return Object.entries(json)
    .map(([operator, operands]) => {
      const at = pointer(path, operator);
      if (operator !== 'var') return referToNames(inspection, at, operands, entity);
      if (typeof operands === 'string') return referToName(inspection, at, operands, entity);
      const [name, otherwise]: unknown[] = Array.isArray(operands) ? operands : [];
      const known = referToName(inspection, pointer(at, 0), String(name), entity);
      return referToNames(inspection, pointer(at, 1), otherwise, entity) && known;
    })
    .every(Boolean);
}

function referToName(inspection: Inspection, path: string, name: string, entity: string): boolean {
  const names = name.split('.');
  const { subject, fields } = subjectOf(names, entity);
  // The clock and the facts about the user are no fields that anybody could rename.
  const isField = resolvePath(inspection.metadata, subject, fields).ok;
  const isFact =
    name === '$now' || name === '$today' || recordScope(inspection.metadata, entity).typeOf(names) !== undefined;
  if (!isField && isFact) return true;
  return referToPath(inspection, path, subject, fields) !== undefined;
}
