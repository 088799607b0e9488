// Computed fields: what they are worked out from exists, fits, and leads to no circle. They are never written, so what is said
// of writing has no meaning for them.
import { fieldType } from '@trellis/field-types/registry';
import { resultValueTypes } from '@trellis/field-types/formula-results';
import { circleAt } from '../computed/dependencies.ts';
import { canBeGathered, isSingle, leadsTo } from '../computed/gathered.ts';
import { isIndexableFormula } from '../computed/indexable.ts';
import { isKeptRollup } from '../computed/own-row.ts';
import type { ComputedField } from '../computed/value-field.ts';
import { pointer } from '../json.ts';
import type { Entity } from '../kinds.ts';
import { inspectCondition, inspectExpression } from './condition.ts';
import { named } from './named.ts';
import { inspectOptions, inspectSettings } from './field.ts';
import { report, type Inspection } from './inspection.ts';
import { referToItem, referToMember, referToPath } from './refer.ts';

type Of<Name extends ComputedField['type']> = Extract<ComputedField, { type: Name }>;

export function inspectComputed(inspection: Inspection, entity: Entity, name: string, field: ComputedField): void {
  const path = pointer('/fields', name);
  for (const member of ['required', 'read_only', 'default', 'when_hidden', 'unique'] as const)
    if (field[member] !== undefined)
      report(inspection, `${path}/${member}`, 'never_written', { type: field.type, member });
  inspectCondition(inspection, `${path}/visible`, field.visible, entity.name);
  inspectSettings(inspection, path, field);
  switch (field.type) {
    case 'formula':
      inspectFormula(inspection, path, entity, field);
      break;
    case 'looked_up':
      inspectLookedUp(inspection, path, entity, field);
      break;
    case 'rollup':
      inspectRollup(inspection, path, entity, field);
  }
  const circle = circleAt(inspection.metadata, { entity: entity.name, field: name });
  if (circle) {
    const way = circle.map((place) => `${place.entity}.${place.field}`).join(' → ');
    report(inspection, path, 'computed_in_circle', { way });
  }
}

function inspectFormula(inspection: Inspection, path: string, entity: Entity, field: Of<'formula'>): void {
  inspectExpression(inspection, `${path}/expression`, {
    json: field.expression,
    entity: entity.name,
    gives: resultValueTypes[field.returns],
  });
  for (const member of ['scale', 'currency', 'options'] as const) {
    const belongs = Object.hasOwn(fieldType(field.returns).options.properties, member);
    if (field[member] !== undefined && !belongs)
      report(inspection, `${path}/${member}`, 'not_of_result', { member, returns: field.returns });
  }
  if (field.returns === 'select' && field.options === undefined)
    report(inspection, path, 'missing_member', { member: 'options' });
  inspectOptions(inspection, path, field);
  if (field.indexed === true && !isIndexableFormula(inspection.metadata, entity.name, field))
    report(inspection, `${path}/indexed`, 'not_indexable', { type: field.type });
}

function inspectLookedUp(inspection: Inspection, path: string, entity: Entity, field: Of<'looked_up'>): void {
  const via = referToPath(inspection, `${path}/via`, entity.name, field.via.split('.'));
  if (!via) return;
  if (via.relation?.kind !== 'one') {
    report(inspection, `${path}/via`, 'not_a_relation', { field: via.name, entity: entity.name });
    return;
  }
  const target = referToMember(inspection, `${path}/field`, via.relation.entity, field.field);
  if (target && !isSingle(target)) report(inspection, `${path}/field`, 'not_single', named(target));
  if (field.indexed === true) report(inspection, `${path}/indexed`, 'not_indexable', { type: field.type });
}

function inspectRollup(inspection: Inspection, path: string, entity: Entity, field: Of<'rollup'>): void {
  if (!referToItem(inspection, `${path}/from`, 'entity', field.from)) return;
  const via = referToMember(inspection, `${path}/via`, field.from, field.via);
  if (via && !leadsTo(via, entity.name))
    report(inspection, `${path}/via`, 'not_a_lookup_to', { field: via.name, owner: field.from, entity: entity.name });
  if (field.field !== undefined) inspectGathered(inspection, path, field, field.field);
  if (field.order_by !== undefined) {
    const order = referToMember(inspection, `${path}/order_by`, field.from, field.order_by);
    if (order && !order.type.sortable) report(inspection, `${path}/order_by`, 'not_sortable', named(order));
  }
  if (field.filter !== undefined) inspectFilter(inspection, `${path}/filter`, field);
  if (field.below !== undefined) {
    const below = referToMember(inspection, `${path}/below`, entity.name, field.below);
    if (below && !leadsTo(below, entity.name)) {
      const params = { field: below.name, owner: entity.name, entity: entity.name };
      report(inspection, `${path}/below`, 'not_a_lookup_to', params);
    }
  }
  if (field.indexed === true && !isKeptRollup(inspection.metadata, field))
    report(inspection, `${path}/indexed`, 'not_indexable', { type: field.type });
}

function inspectGathered(inspection: Inspection, path: string, field: Of<'rollup'>, name: string): void {
  const at = `${path}/field`;
  const gathered = referToMember(inspection, at, field.from, name);
  if (!gathered) return;
  if (!isSingle(gathered)) {
    const mixed = gathered.field.type === 'currency' && field.function !== 'count';
    report(inspection, at, mixed ? 'mixed_currencies' : 'not_single', named(gathered));
    return;
  }
  if (canBeGathered(gathered, field.function)) return;
  const allowed = gathered.type.measures.join(', ');
  report(inspection, at, 'not_measurable', { ...named(gathered), function: field.function, allowed });
}

/** Who asks must not change what is counted. */
function inspectFilter(inspection: Inspection, path: string, field: Of<'rollup'>): void {
  const json = field.filter;
  if (typeof json === 'boolean') return;
  inspectCondition(inspection, path, json as object, field.from);
}
