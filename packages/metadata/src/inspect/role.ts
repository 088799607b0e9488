// A role: the entities and fields it speaks of, and its conditions, in which a scope may stand for a condition.
import { suggest } from '@trellis/expressions/suggest';
import { isObject, pointer } from '../json.ts';
import type { EntityRight, RecordRight, Role } from '../kinds.ts';
import { scopes } from '../kinds/role.ts';
import { inspectCondition, inspectExpression } from './condition.ts';
import { report, type Inspection } from './inspection.ts';
import { referToItem, referToMember } from './refer.ts';

export function inspectRole(inspection: Inspection, role: Role): void {
  for (const [entity, right] of Object.entries(role.entities ?? {})) {
    const path = pointer('/entities', entity);
    if (referToItem(inspection, path, 'entity', entity)) inspectRight(inspection, path, entity, right);
  }
}

function inspectRight(inspection: Inspection, path: string, entity: string, right: EntityRight): void {
  for (const act of ['read', 'update', 'delete'] as const) {
    inspectRecordRight(inspection, `${path}/${act}`, entity, right[act]);
  }
  inspectCondition(inspection, `${path}/create`, right.create, entity);
  for (const [name, { read, update }] of Object.entries(right.fields ?? {})) {
    const at = pointer(path, 'fields', name);
    referToMember(inspection, at, entity, name);
    inspectCondition(inspection, `${at}/read`, read, entity);
    inspectCondition(inspection, `${at}/update`, update, entity);
  }
}

function inspectRecordRight(
  inspection: Inspection,
  path: string,
  entity: string,
  right: RecordRight | undefined,
): void {
  if (!isObject(right)) return;
  const json = withoutScopes(inspection, path, right);
  inspectExpression(inspection, path, { json, entity, gives: 'boolean' });
}

/** A scope counts as true here: it is a condition like the others, of which only the engine knows the meaning. */
function withoutScopes(inspection: Inspection, path: string, condition: unknown, among = true): unknown {
  if (Array.isArray(condition)) {
    const operands: unknown[] = condition;
    return operands.map((operand, index) => withoutScopes(inspection, pointer(path, index), operand, among));
  }
  if (!isObject(condition)) return condition;
  if (Object.hasOwn(condition, 'scope')) {
    inspectScope(inspection, path, String(condition['scope']));
    if (!among) report(inspection, path, 'misplaced_scope', {});
    return true;
  }
  const operators = Object.entries(condition).map(([operator, operands]) => {
    const at = pointer(path, operator);
    return [operator, withoutScopes(inspection, at, operands, among && junctions.has(operator))];
  });
  return Object.fromEntries(operators);
}

const junctions: ReadonlySet<string> = new Set(['and', 'or', '!']);

function inspectScope(inspection: Inspection, path: string, scope: string): void {
  if (scopes.some((known) => known === scope)) return;
  report(inspection, `${path}/scope`, 'unknown_scope', { scope, known: scopes.join(', ') }, suggest(scope, scopes));
}
