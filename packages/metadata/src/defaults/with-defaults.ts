// Good defaults: an entity with two fields and nothing else gets labels, a title, a form, a list, a page and a place in the
// navigation. Validated metadata in; metadata out that says all of this, with nothing that was said taken away.
import type { App } from '../kinds.ts';
import { frozenCopy } from '../json.ts';
import { engineEntities } from '../layers/engine-items.ts';
import { membersOf, type Member } from '../members.ts';
import { metadataOf, itemsByKind, type Metadata } from '../metadata.ts';
import { finish, type Steps } from '../steps.ts';
import { completeEntity, type CompleteEntity } from './entity.ts';
import { completeView, defaultForm, defaultPage, defaultView, referrersOf } from './screens.ts';

export type CompleteMetadata = Metadata & { readonly entities: ReadonlyMap<string, CompleteEntity> };

export function withDefaults(metadata: Metadata): CompleteMetadata {
  return finish(defaulting(metadata));
}

/** The same, piece by piece. */
export function* defaulting(metadata: Metadata): Steps<CompleteMetadata> {
  const entities = new Map<string, CompleteEntity>();
  for (const [name, entity] of metadata.entities) {
    entities.set(name, completeEntity(entity));
    yield;
  }
  const whole = metadataOf({ ...itemsByKind(metadata), entity: entities });
  const views = new Map(
    [...metadata.views].map(([name, view]) => [name, completeView(view, entities.get(view.entity))]),
  );
  const forms = yield* withOneEach(entities, metadata.forms, { suffix: 'main', make: defaultForm });
  const allViews = yield* withOneEach(entities, views, { suffix: 'all', make: defaultView });
  const referrers = referrersOf(entities.values());
  const pages = yield* withOneEach(entities, metadata.pages, {
    suffix: 'page',
    make: (entity, name) => defaultPage(entity, name, referrers.get(entity.name) ?? []),
  });
  return Object.freeze({ ...whole, entities, forms, views: allViews, pages, apps: withNavigation(whole, entities) });
}

interface Screen {
  readonly name: string;
  readonly entity: string;
  readonly order?: number;
  readonly roles?: readonly string[];
  readonly default?: boolean;
}

/** Every entity has exactly one default that is for all roles: the one that says so, else the first, else a new one. */
function* withOneEach<S extends Screen>(
  entities: ReadonlyMap<string, CompleteEntity>,
  screens: ReadonlyMap<string, S>,
  { suffix, make }: { readonly suffix: string; readonly make: (entity: CompleteEntity, name: string) => S },
): Steps<ReadonlyMap<string, S>> {
  const all = new Map(screens);
  const forAll = Map.groupBy(
    [...screens.values()].filter(({ roles }) => roles === undefined),
    ({ entity }) => entity,
  );
  for (const entity of entities.values()) {
    const candidates = [...(forAll.get(entity.name) ?? [])].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    const [first] = candidates;
    if (candidates.some((screen) => screen.default === true)) continue;
    const screen = first ? { ...first, default: true } : make(entity, freeName(`${entity.name}_${suffix}`, screens));
    all.set(screen.name, frozenCopy(screen));
    yield;
  }
  return all;
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Entities that no app leads to stand in an app called `main`, unless their records are rows of others. */
function withNavigation(metadata: Metadata, entities: ReadonlyMap<string, CompleteEntity>): ReadonlyMap<string, App> {
  const named = new Set(
    [...metadata.apps.values()].flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.map(({ entity }) => entity)),
    ),
  );
  const elsewhere = new Set([...named, ...engineEntities, ...rowEntities(entities)]);
  const missing = [...entities.keys()].filter((name) => !elsewhere.has(name));
  if (missing.length === 0) return metadata.apps;
  const items = missing.map((entity) => ({ entity }));
  const main = metadata.apps.get('main');
  const app: App = main
    ? { ...main, groups: [...main.groups, { name: 'more', label: { en: 'More', 'zh-CN': '更多' }, items }] }
    : { name: 'main', label: { en: 'Main', 'zh-CN': '主应用' }, order: 1000, groups: [{ name: 'records', items }] };
  return new Map([...metadata.apps, [app.name, frozenCopy(app)]]);
}

/** Names of the entities whose records nobody looks for by themselves: rows of child tables, and what hangs on another record. */
function rowEntities(entities: ReadonlyMap<string, CompleteEntity>): ReadonlySet<string> {
  const all = [...entities.values()].map((entity) => ({ entity, members: [...membersOf(entity).values()] }));
  const children = all.flatMap(({ members }) =>
    members.flatMap(({ relation }) => (relation?.kind === 'children' ? [relation.entity] : [])),
  );
  const dependent = all.filter(({ entity, members }) => entity.ownership === 'none' && members.some(isParent));
  return new Set([...children, ...dependent.map(({ entity }) => entity.name)]);
}

/** A required look-up: without the other record, this one makes no sense. */
function isParent({ origin, relation, field }: Member): boolean {
  return origin === 'declared' && relation?.kind === 'one' && field.required === true;
}
