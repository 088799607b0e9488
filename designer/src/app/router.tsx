// The addresses of the designer, one line each.
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readEntitySearch } from '../browser/entity-search.ts';
import type { DesignerContext } from './context.ts';
import { RouteFailure } from './route-failure.tsx';
import { Designer } from './designer.tsx';
import { openSession } from './session.ts';

const root = createRootRouteWithContext<DesignerContext>()({
  loader: ({ context }) => openSession(context),
  component: Designer,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../browser/overview.tsx'), 'Overview'),
});

const newEntity = createRoute({
  getParentRoute: () => root,
  path: '/new-entity',
  component: lazyRouteComponent(() => import('../entities/new-entity-page.tsx'), 'NewEntityPage'),
});

const entity = createRoute({
  getParentRoute: () => root,
  path: '/entities/$entity',
  validateSearch: readEntitySearch,
  component: lazyRouteComponent(() => import('../browser/entity-page.tsx'), 'EntityPage'),
});

const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$kind/$name',
  component: lazyRouteComponent(() => import('../browser/item-page.tsx'), 'ItemPage'),
});

const publish = createRoute({
  getParentRoute: () => root,
  path: '/publish',
  component: lazyRouteComponent(() => import('../publish/publish-page.tsx'), 'PublishPage'),
});

const routeTree = root.addChildren([overview, newEntity, entity, item, publish]);

export function createDesignerRouter(context: DesignerContext) {
  return createRouter({
    routeTree,
    context,
    basepath: '/designer',
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFailure,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDesignerRouter>;
  }
}
