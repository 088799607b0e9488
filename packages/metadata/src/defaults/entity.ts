// What an entity is taken to say where it says nothing. What it does say is taken over, not copied: it is frozen already.
import type { Entity } from '../kinds.ts';
import { frozenCopy } from '../json.ts';
import { labelFromName, pluralLabel } from '../labels.ts';
import { fitsTitle, membersOf, type Member } from '../members.ts';
import { defaultOwnership } from '../system-fields.ts';

type Completed = 'label' | 'labels' | 'title' | 'ownership' | 'history' | 'search';

/** An entity that says everything; its fields have labels. */
export type CompleteEntity = Entity & { readonly [Member in Completed]-?: NonNullable<Entity[Member]> };

export function completeEntity(entity: Entity): CompleteEntity {
  const title = entity.title ?? titleOf(entity);
  return Object.freeze({
    ...entity,
    label: entity.label ?? labelFromName(entity.name),
    labels: entity.labels ?? entity.label ?? pluralLabel(labelFromName(entity.name)),
    title,
    ownership: entity.ownership ?? defaultOwnership,
    history: entity.history ?? true,
    search: entity.search ?? frozenCopy(membersOf(entity).get(title)?.type.searchable === true ? [title] : []),
    fields: withLabels(entity.fields),
  });
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

function withLabels(fields: Entity['fields']): Entity['fields'] {
  const labelled = Object.entries(fields).map(([name, field]) => [
    name,
    field.label === undefined ? Object.freeze({ ...field, label: labelFromName(name) }) : field,
  ]);
  return Object.freeze(Object.fromEntries(labelled));
}
