// The model that screens are shown, as validation knows it: fields as they were declared, computed ones with their results, the
// system's fields left out.
import type { Metadata as ShownMetadata, PublishedEntity } from '@trellis/client/metadata';
import type { Entity } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import { withResults } from '@trellis/metadata/results';
import { declaredField } from '@trellis/metadata/shown-field';

const known = new WeakMap<ShownMetadata, Metadata>();

export function wholeMetadata(model: ShownMetadata): Metadata {
  let whole = known.get(model);
  if (!whole) known.set(model, (whole = withResults(declared(model))));
  return whole;
}

function declared(model: ShownMetadata): Metadata {
  return {
    templates: new Map(),
    option_sets: byName(model.option_sets),
    calendars: byName(model.calendars),
    exchange_rates: byName(model.exchange_rates),
    entities: new Map(Object.entries(model.entities).map(([name, entity]) => [name, declaredEntity(entity)])),
    forms: byName(model.forms),
    views: byName(model.views),
    pages: byName(model.pages),
    apps: byName(model.apps),
    roles: byName(model.roles ?? {}),
    sample_data: new Map(),
  };
}

/** The same for the same, so that its members are found once. */
const declaredEntities = new WeakMap<PublishedEntity, Entity>();

function declaredEntity(entity: PublishedEntity): Entity {
  let found = declaredEntities.get(entity);
  if (!found) {
    const fields = Object.entries(entity.fields)
      .filter(([, field]) => field.system !== true)
      .map(([name, field]) => [name, declaredField(field)]);
    declaredEntities.set(entity, (found = { ...entity, fields: Object.fromEntries(fields) }));
  }
  return found;
}

function byName<Item>(items: { readonly [name: string]: Item }): ReadonlyMap<string, Item> {
  return new Map(Object.entries(items));
}
