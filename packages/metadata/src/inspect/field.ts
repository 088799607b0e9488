// One field of an entity. What a member such as `entity` or `options` means is the same for every type that has it, and what a
// type allows it says itself; so nothing here asks which type a field has.
import { fieldType } from '@trellis/field-types/registry';
import { pointer } from '../json.ts';
import type { Entity, Field } from '../kinds.ts';
import { defaultOf } from '../default-value.ts';
import type { Member } from '../members.ts';
import { fieldContext, optionsMember } from '../option-values.ts';
import { valueProblem } from '../problems/problem.ts';
import { inspectChoiceFilter, inspectCondition, inspectExpression } from './condition.ts';
import { inspectHiddenValue } from './hidden-value.ts';
import { filePath, report, type Inspection } from './inspection.ts';
import { inspectOffers } from './offers.ts';
import { referToItem, referToItems, referToMember, reportRepeated } from './refer.ts';

export function inspectField(inspection: Inspection, entity: Entity, member: Member): void {
  const { name, field, type } = member;
  const path = pointer('/fields', name);
  inspectOptions(inspection, path, field);
  inspectRelation(inspection, path, member, entity.name);
  inspectDefault(inspection, path, member, entity.name);
  for (const condition of ['required', 'visible', 'read_only'] as const) {
    inspectCondition(inspection, `${path}/${condition}`, field[condition], entity.name);
  }
  inspectOffers(inspection, path, { name, field, entity: entity.name });
  inspectHiddenValue(inspection, path, member);
  if ('due_while' in field && field.due_while !== undefined) {
    inspectExpression(inspection, `${path}/due_while`, {
      json: field.due_while,
      entity: entity.name,
      gives: 'boolean',
    });
  }
  if (field.unique === true && !type.unique) report(inspection, `${path}/unique`, 'not_uniquable', { type: type.name });
  inspectSettings(inspection, path, field);
}

/** What a type's own options say against each other. */
export function inspectSettings(inspection: Inspection, path: string, field: Field): void {
  for (const { path: option, code, params } of fieldType(field.type).problems?.(field) ?? []) {
    inspection.problems.push(valueProblem(filePath(inspection, pointer(path, option)), code, params));
  }
}

/** A value written in metadata: a default, or a value of a sample record. */
export function inspectValue(inspection: Inspection, path: string, field: Field, value: unknown): void {
  const [template] = inspection.metadata.templates.values();
  const place = { currency: template?.currency ?? 'CNY', country: template?.country ?? 'CN' };
  const context = fieldContext(inspection.metadata, field, place);
  const normalized = fieldType(field.type).normalize(value, field, context);
  if (normalized.ok) return;
  inspection.problems.push(valueProblem(filePath(inspection, path), normalized.code, normalized.params));
}

export function inspectOptions(inspection: Inspection, path: string, field: Field): void {
  const options = optionsMember(field);
  if (options === undefined) return;
  const at = `${path}/options`;
  if (typeof options === 'string') {
    referToItem(inspection, at, 'option_set', options);
    return;
  }
  const values = options.map(({ value }) => value);
  reportRepeated(inspection, at, values);
}

function inspectRelation(inspection: Inspection, path: string, { field, relation }: Member, entity: string): void {
  if (!relation) return;
  // A type that always leads to the same entity has no member to say so; its reference stands at the type.
  const at = 'entity' in field ? `${path}/entity` : 'entities' in field ? `${path}/entities` : `${path}/type`;
  if (relation.kind === 'any') {
    referToItems(inspection, at, 'entity', relation.entities);
    return;
  }
  const target = referToItem(inspection, at, 'entity', relation.entity);
  if ('filter' in field && field.filter !== undefined) {
    inspectChoiceFilter(inspection, `${path}/filter`, {
      json: field.filter,
      chosen: relation.entity,
      referrer: entity,
    });
  }
  if (relation.kind !== 'children') return;
  const parent = referToMember(inspection, `${path}/parent_field`, relation.entity, relation.parentField);
  if (target && parent && !(parent.relation?.kind === 'one' && parent.relation.entity === entity)) {
    const params = { field: parent.name, owner: relation.entity, entity };
    report(inspection, `${path}/parent_field`, 'not_a_lookup_to', params);
  }
}

function inspectDefault(inspection: Inspection, path: string, member: Member, entity: string): void {
  const { field, type, valueType } = member;
  const value = defaultOf(field);
  if (!value) return;
  const at = `${path}/default`;
  if (type.generated === true) report(inspection, at, 'needless_default', { type: type.name });
  else if (value.kind === 'value') inspectValue(inspection, at, field, value.value);
  else inspectExpression(inspection, at, { json: value.json, entity, gives: valueType });
}
