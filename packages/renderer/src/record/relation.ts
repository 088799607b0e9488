// The relation between a record and those that lead to it: as a filter, and as the preset of a new one.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { Model, RecordData } from '../model.ts';

interface Leading {
  readonly entity: string;
  readonly via: string;
  readonly filter?: unknown;
}

interface Parent {
  readonly entity: string;
  readonly id: string;
  readonly title: string;
}

/** JSONLogic: the records of `entity` whose `via` is, or has, this one. */
export function leadsTo(model: Model, { entity, via, filter }: Leading, id: string): unknown {
  const isList = relationOf(model, entity, via) === 'many';
  const leads = isList ? { in: [id, { var: via }] } : { '==': [{ var: via }, id] };
  return filter === undefined || filter === true ? leads : { and: [leads, filter] };
}

export function presetOf(model: Model, { entity, via }: Leading, parent: Parent): RecordData {
  const reference = { id: parent.id, title: parent.title };
  switch (relationOf(model, entity, via)) {
    case 'many':
      return { [via]: [reference] };
    case 'any':
      return { [via]: { entity: parent.entity, ...reference } };
    default:
      return { [via]: reference };
  }
}

function relationOf(model: Model, entity: string, via: string): string | undefined {
  const field = model.field(entity, via)?.field;
  return field && isFieldTypeName(field.type) ? fieldType(field.type).relation?.(field).kind : undefined;
}
