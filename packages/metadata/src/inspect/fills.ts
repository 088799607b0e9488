// What an entity fills in by itself: fills, and circles among them, defaults, and what clears a field that is hidden.
import { circlesIn } from '../fills/circles.ts';
import { valueOrExpression } from '../default-value.ts';
import { isFillable } from '../fills/fillable.ts';
import { pointer } from '../json.ts';
import type { Entity, Fill } from '../kinds.ts';
import { resolvePath, type Member } from '../members.ts';
import { plainPath } from '../fills/plain-path.ts';
import { inspectCondition, inspectExpression } from './condition.ts';
import { inspectValue } from './field.ts';
import { report, type Inspection } from './inspection.ts';
import { named } from './named.ts';
import { referToMember } from './refer.ts';

export function inspectFills(inspection: Inspection, entity: Entity): void {
  for (const [name, fill] of Object.entries(entity.fills ?? {}))
    inspectFill(inspection, pointer('/fills', name), entity, fill);
  for (const { path, way } of circlesIn(entity)) report(inspection, path, 'filled_in_circle', { way: way.join(' → ') });
}

function inspectFill(inspection: Inspection, path: string, entity: Entity, { when, set }: Fill): void {
  inspectCondition(inspection, `${path}/when`, when, entity.name);
  for (const [name, written] of Object.entries(set)) {
    const at = pointer(path, 'set', name);
    const member = referToMember(inspection, at, entity.name, name);
    if (!member) continue;
    if (!isFillable(entity, member)) report(inspection, at, 'not_fillable', named(member));
    else inspectFilledIn(inspection, at, entity, { member, written });
  }
}

function inspectFilledIn(
  inspection: Inspection,
  at: string,
  entity: Entity,
  { member, written }: { readonly member: Member; readonly written: unknown },
): void {
  const says = valueOrExpression(written);
  if (says.kind === 'value') return inspectValue(inspection, at, member.field, says.value);
  inspectExpression(inspection, at, { json: says.json, entity: entity.name, gives: member.valueType });
  const path = plainPath(says.json);
  const source = path && resolvePath(inspection.metadata, entity.name, path);
  if (!source?.ok || source.last.relation?.kind !== 'one' || member.relation?.kind !== 'one') return;
  const actual = source.last.relation.entity;
  const wanted = member.relation.entity;
  if (actual !== wanted) report(inspection, at, 'leads_elsewhere', { field: source.last.name, actual, wanted });
}
