// The model as one asker may see it: what `GET /api/metadata` answers and the screens are made from.
import { systemFields } from '@trellis/metadata/system-fields';
import { shownField } from '@trellis/metadata/shown-field';
import type { Entity, Field } from '@trellis/metadata/kinds';
import type { Judgement } from '../records/judgement.ts';
import { settledUnseen } from '../sight/item-in-sight.ts';
import { metadataInSight } from '../sight/metadata-in-sight.ts';

export async function describeModel(judge: Judgement): Promise<Readonly<Record<string, unknown>>> {
  const { metadata, settings, version } = judge.model;
  const { entities, ...items } = await metadataInSight(judge);
  return {
    version,
    currency: settings.currency,
    country: settings.country,
    time_zone: settings.timeZone,
    languages: ['en', 'zh-CN'],
    entities: Object.fromEntries(
      [...entities].map(([name, entity]) => [
        name,
        withUnseen(withSystemFields(withValueFields(entity)), settledUnseen(judge, name)),
      ]),
    ),
    ...Object.fromEntries(Object.entries(items).map(([kind, byName]) => [kind, Object.fromEntries(byName)])),
    ...(judge.access.rights.has('designer') ? { roles: Object.fromEntries(metadata.roles) } : {}),
  };
}

/** A computed field is shown as its value is read; how it is worked out stands in `computed`. */
function withValueFields(entity: Entity): Entity {
  const fields = Object.entries(entity.fields).map(([name, field]) => [name, shownField(field)]);
  return { ...entity, fields: Object.fromEntries(fields) };
}

/** The engine's own are marked as such. */
function withSystemFields(entity: Entity): Entity & { readonly fields: Record<string, Field> } {
  const system = Object.entries(systemFields(entity.ownership)).map(([name, field]) => [
    name,
    { ...field, system: true, ...(name === 'owner' || name === 'team' ? {} : { read_only: true }) },
  ]);
  return { ...entity, fields: { ...entity.fields, ...Object.fromEntries(system) } };
}

/** What a form cannot fill in for itself, because its reader does not see how, is left to the server. */
function withUnseen<Of extends Entity>(entity: Of, unseen: ReadonlySet<string>): Of {
  if (unseen.size === 0) return entity;
  const fields = Object.entries(entity.fields).map(([name, field]) => [
    name,
    unseen.has(name) ? { ...field, settled_unseen: true } : field,
  ]);
  return { ...entity, fields: Object.fromEntries(fields) };
}
