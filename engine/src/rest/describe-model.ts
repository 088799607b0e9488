// The model as one asker may see it: what `GET /api/metadata` answers and the screens are made from.
import { systemFields } from '@trellis/metadata/system-fields';
import type { App, Entity, Field, Form, Page, View } from '@trellis/metadata/kinds';
import type { Judgement } from '../records/judgement.ts';

interface ForEntity {
  readonly entity: string;
  readonly roles?: readonly string[];
}

export function describeModel(judge: Judgement): Readonly<Record<string, unknown>> {
  const { metadata, settings, version } = judge.model;
  const seen = new Set([...metadata.entities.keys()].filter((name) => judge.access.row(name, 'read').kind !== 'none'));
  const mine = (roles: readonly string[] | undefined): boolean =>
    !roles || roles.some((role) => judge.asker.actor.roles.includes(role));
  const ofEntity = <T extends ForEntity>(items: ReadonlyMap<string, T>): Record<string, T> =>
    Object.fromEntries([...items].filter(([, item]) => seen.has(item.entity) && mine(item.roles)));
  return {
    version,
    currency: settings.currency,
    country: settings.country,
    time_zone: settings.timeZone,
    languages: ['en', 'zh-CN'],
    entities: Object.fromEntries(
      [...metadata.entities]
        .filter(([name]) => seen.has(name))
        .map(([name, entity]) => [name, describeEntity(judge, entity)]),
    ),
    option_sets: Object.fromEntries(metadata.option_sets),
    forms: ofEntity<Form>(metadata.forms),
    views: ofEntity<View>(metadata.views),
    pages: ofEntity<Page>(metadata.pages),
    apps: Object.fromEntries(
      [...metadata.apps].filter(([, app]) => mine(app.roles)).map(([name, app]) => [name, describeApp(app, seen)]),
    ),
    ...(judge.access.rights.has('designer') ? { roles: Object.fromEntries(metadata.roles) } : {}),
  };
}

/** Without the fields that the asker may never read; with the engine's own, marked as such. */
function describeEntity(judge: Judgement, entity: Entity): Entity & { readonly fields: Record<string, Field> } {
  const readable = Object.entries(entity.fields).filter(
    ([name]) => judge.access.field(entity.name, name, 'read') !== 'never',
  );
  const system = Object.entries(systemFields(entity.ownership)).map(([name, field]) => [
    name,
    { ...field, system: true, ...(name === 'owner' || name === 'team' ? {} : { read_only: true }) },
  ]);
  return { ...entity, fields: Object.fromEntries([...readable, ...system]) };
}

function describeApp(app: App, seen: ReadonlySet<string>): App {
  const groups = app.groups
    .map((group) => ({ ...group, items: group.items.filter((item) => seen.has(item.entity)) }))
    .filter((group) => group.items.length > 0);
  return { ...app, groups };
}
