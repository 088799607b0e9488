// Metadata that went through `validate`: every item by kind and name, frozen. Nothing after that door sees raw JSON.
import { kindNames, type Body, type Entity, type Kind, type RawItem, type kinds } from './kinds.ts';

/** `metadata.entities.get('book')`, `metadata.option_sets`, `metadata.views` …; iteration follows the order of the items. */
export type Metadata = { readonly [K in Kind as (typeof kinds)[K]['folder']]: ReadonlyMap<string, Body<K>> };

export type ItemsByKind = { readonly [K in Kind]: ReadonlyMap<string, Body<K>> };

/** The items of any kind, for code that is about all of them. */
export function itemsOf<K extends Kind>(metadata: Metadata, kind: K): ItemsByKind[K] {
  return itemsByKind(metadata)[kind];
}

export function itemsByKind(metadata: Metadata): ItemsByKind {
  return {
    template: metadata.templates,
    option_set: metadata.option_sets,
    calendar: metadata.calendars,
    exchange_rate: metadata.exchange_rates,
    entity: metadata.entities,
    form: metadata.forms,
    view: metadata.views,
    page: metadata.pages,
    app: metadata.apps,
    role: metadata.roles,
    sample_data: metadata.sample_data,
  };
}

export function metadataOf(items: ItemsByKind): Metadata {
  return Object.freeze({
    templates: items.template,
    option_sets: items.option_set,
    calendars: items.calendar,
    exchange_rates: items.exchange_rate,
    entities: items.entity,
    forms: items.form,
    views: items.view,
    pages: items.page,
    apps: items.app,
    roles: items.role,
    sample_data: items.sample_data,
  });
}

/** Every item, in the order of kinds, as a layer or a folder holds it: without what validation found out about it. */
export function allItems(metadata: Metadata): readonly RawItem[] {
  const entities = new Map([...metadata.entities].map(([name, entity]) => [name, withoutResults(entity)]));
  const written = metadataOf({ ...itemsByKind(metadata), entity: entities });
  return kindNames.flatMap((kind) => [...itemsOf(written, kind)].map(([name, body]) => ({ kind, name, body })));
}

function withoutResults(entity: Entity): Entity {
  const fields = Object.entries(entity.fields).map(([name, { result: _, ...field }]) => [name, field]);
  return { ...entity, fields: Object.fromEntries(fields) };
}
