// An entity while it is made, and what the draft puts for it: the entity with the field that its records are called by, a form, a
// list that follows its fields, and an entry in an app. In the navigation of a workspace without apps it stands by itself.
import type { Metadata } from '@trellis/client/metadata';
import { completeEntity } from '@trellis/metadata/complete-entity';
import type { App, Entity } from '@trellis/metadata/kinds';
import { pluralLabel } from '@trellis/metadata/labels';
import { defaultForm } from '@trellis/metadata/screens';
import { bodiesIn, put, withItems, type DraftItems } from '../draft/draft.ts';
import { labelFrom, type Bilingual } from '../labels/bilingual.ts';

export interface EntityDraft {
  readonly name: string;
  readonly label: Bilingual;
  /** What many of them are called in English; empty: by the common rules. Chinese has no plural. */
  readonly many: string;
  readonly icon: string;
}

/** Where in the navigation: a group of an app, as it is stored or as the draft has it. */
export interface Place {
  readonly app: App;
  readonly group: string;
}

export function withEntity(items: DraftItems, draft: EntityDraft, place: Place | undefined): DraftItems {
  const entity = entityOf(draft);
  const { name } = entity;
  return withItems(items, [
    put('entity', entity),
    put('form', {
      ...defaultForm(completeEntity(entity), `${name}_main`),
      label: { en: 'Main form', 'zh-CN': '主表单' },
    }),
    put('view', {
      name: `${name}_all`,
      entity: name,
      label: { en: 'All', 'zh-CN': '全部' },
      type: 'table',
      default: true,
      sort: ['-created_at'],
    }),
    ...(place ? [put('app', appWith(place, name))] : []),
  ]);
}

/** Takes an entity of the draft out again, with all that shows it; a published one is not touched. */
export function withoutNewEntity(published: Metadata, items: DraftItems, entity: string): DraftItems {
  if (published.entities[entity]) return items;
  const shows = new Set(
    [...bodiesIn(items, 'form'), ...bodiesIn(items, 'view')]
      .filter((screen) => screen.entity === entity)
      .map(({ name }) => name),
  );
  const others = items.filter(
    ({ kind, name }) =>
      (kind !== 'entity' || name !== entity) && !((kind === 'form' || kind === 'view') && shows.has(name)),
  );
  const apps = bodiesIn(items, 'app').map((app) => put('app', appWithout(app, entity)));
  return withItems(others, apps);
}

function entityOf({ name, label: both, many, icon }: EntityDraft): Entity {
  const label = labelFrom(both);
  const en = both.en.trim();
  const labels = en === '' ? undefined : labelFrom({ en: many.trim() || pluralLabel(en), zh: both.zh });
  return {
    name,
    ...(label !== undefined && { label }),
    ...(labels !== undefined && { labels }),
    icon,
    title: 'name',
    fields: { name: { type: 'text', label: { en: 'Name', 'zh-CN': '名称' }, required: true } },
  };
}

function appWith({ app, group }: Place, entity: string): App {
  const groups = app.groups.map((each) =>
    each.name === group ? { ...each, items: [...each.items, { entity }] } : each,
  );
  return { ...app, groups };
}

function appWithout(app: App, entity: string): App {
  const groups = app.groups.map((group) => ({
    ...group,
    items: group.items.filter((item) => item.entity !== entity),
  }));
  return { ...app, groups };
}
