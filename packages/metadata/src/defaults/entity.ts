// What an entity is taken to say where it says nothing.
import type { Entity, Field } from '../kinds.ts';
import { labelFromName, pluralLabel } from '../labels.ts';
import { fitsTitle, membersOf, type Member } from '../members.ts';
import { defaultOwnership } from '../system-fields.ts';

type Completed = 'label' | 'labels' | 'title' | 'ownership' | 'history' | 'search';

/** An entity that says everything; its fields have labels. */
export type CompleteEntity = Entity & { readonly [Member in Completed]-?: NonNullable<Entity[Member]> };

export function completeEntity(entity: Entity): CompleteEntity {
  const title = entity.title ?? titleOf(entity);
  return {
    ...entity,
    label: entity.label ?? labelFromName(entity.name),
    labels: entity.labels ?? entity.label ?? pluralLabel(labelFromName(entity.name)),
    title,
    ownership: entity.ownership ?? defaultOwnership,
    history: entity.history ?? true,
    search: entity.search ?? (membersOf(entity).get(title)?.type.searchable === true ? [title] : []),
    fields: Object.fromEntries(Object.entries(entity.fields).map(([name, field]) => [name, withLabel(name, field)])),
  };
}

/** A field called like a title, else the first text, else the first number that the engine gives, else whatever can be read. */
function titleOf(entity: Entity): string {
  const fitting = [...membersOf(entity).values()].filter((member) => member.origin === 'declared' && fitsTitle(member));
  const byName = fitting.find(({ name }) => ['name', 'title', 'subject'].includes(name));
  const chosen =
    byName ?? fitting.find(isLineOfText) ?? fitting.find(({ type }) => type.generated === true) ?? fitting[0];
  return chosen?.name ?? 'id';
}

function isLineOfText({ type }: Member): boolean {
  return type.searchable && type.sortable;
}

function withLabel(name: string, field: Field): Field {
  return field.label === undefined ? { ...field, label: labelFromName(name) } : field;
}
