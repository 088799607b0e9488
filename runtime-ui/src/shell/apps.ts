// The apps that the asker may open, in order, and the one they are in: the last chosen that has the page they look at.
import { useSyncExternalStore } from 'react';
import { useRouterState } from '@tanstack/react-router';
import type { App, NavigationItem } from '@trellis/metadata/kinds';
import { useModel, type Model } from '@trellis/renderer/model';

export interface NavigationLink {
  readonly key: string;
  readonly label: string;
  readonly icon: string | undefined;
  readonly entity: string;
  readonly view: string | undefined;
  readonly active: boolean;
}

export interface NavigationGroup {
  readonly key: string;
  readonly label: string;
  readonly links: readonly NavigationLink[];
}

/** What the address says. */
interface At {
  readonly entity: string;
  readonly view: string | null;
}

export function appsOf(model: Model): readonly App[] {
  return Object.values(model.metadata.apps).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

export function useCurrentApp(): { apps: readonly App[]; app: App | undefined; choose(name: string): void } {
  const model = useModel();
  const apps = appsOf(model);
  const chosen = useSyncExternalStore(subscribe, () => window.localStorage.getItem(storageKey));
  return { apps, app: apps.find((app) => app.name === chosen) ?? apps[0], choose };
}

export function useNavigationGroups(app: App | undefined): readonly NavigationGroup[] {
  const model = useModel();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const view = useRouterState({ select: (state) => new URLSearchParams(state.location.searchStr).get('view') });
  return groupsOf(model, app, { entity: path.split('/').find((part) => part !== '' && part !== 'trash') ?? '', view });
}

export function groupsOf(model: Model, app: App | undefined, at: At): readonly NavigationGroup[] {
  const groups = app?.groups ?? [];
  const all = groups.flatMap((group) => group.items);
  return groups
    .map((group) => ({
      key: group.name,
      label: model.label(group.label),
      links: group.items.filter((item) => model.entity(item.entity)).map((item) => linkOf(model, item, all, at)),
    }))
    .filter((group) => group.links.length > 0);
}

/** Where the product opens: the app's home, be it named by entity or by view, else its first page. */
export function homeOf(model: Model, app: App | undefined): { entity: string; view?: string } | undefined {
  const home = app?.home;
  if (home !== undefined && model.entity(home)) return { entity: home };
  const view = home === undefined ? undefined : model.metadata.views[home];
  if (view) return { entity: view.entity, view: view.name };
  const first = groupsOf(model, app, { entity: '', view: null })[0]?.links[0];
  if (!first) return undefined;
  return first.view === undefined ? { entity: first.entity } : { entity: first.entity, view: first.view };
}

function linkOf(model: Model, item: NavigationItem, all: readonly NavigationItem[], at: At): NavigationLink {
  const entity = model.entity(item.entity);
  // Where the address names no view, or one that no entry stands for, the entity's first entry is the one that is open.
  const entries = all.filter((other) => other.entity === item.entity);
  const shown = (entries.find((other) => other.view === at.view) ?? entries[0])?.view ?? null;
  return {
    key: `${item.entity}/${item.view ?? ''}`,
    label: model.label(item.label, model.many(item.entity)),
    icon: item.icon ?? entity?.icon,
    entity: item.entity,
    view: item.view,
    active: at.entity === item.entity && (item.view ?? null) === shown,
  };
}

const storageKey = 'trellis.app';
const listeners = new Set<() => void>();

function choose(name: string): void {
  window.localStorage.setItem(storageKey, name);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
