// The addresses of the product, one line each; every screen is loaded when it is first opened.
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';
import { PageMissing, RouteFailure } from './failures.tsx';
import { PagePending } from './page-pending.tsx';
import { parseSearch, stringifySearch, textsOf } from './search-params.ts';
import { openSession } from './session.ts';

export interface AppContext {
  readonly client: Client;
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<AppContext>()({ component: Outlet });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: textsOf('to', 'why'),
  component: lazyRouteComponent(() => import('../login/login-page.tsx'), 'LoginPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/setup-page.tsx'), 'SetupPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  loader: ({ context, location }) => openSession({ ...context, href: location.href }),
  component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../shell/home.tsx'), 'Home'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});

const trash = createRoute({
  getParentRoute: () => shell,
  path: '/trash/$entity',
  component: lazyRouteComponent(() => import('../records/trash-page.tsx'), 'TrashPage'),
});

export const listRoute = createRoute({
  getParentRoute: () => shell,
  path: '/$entity',
  validateSearch: textsOf('view', 'q', 'sort', 'filter', 'group'),
  component: lazyRouteComponent(() => import('../records/list-page.tsx'), 'ListPage'),
});

const create = createRoute({
  getParentRoute: () => shell,
  path: '/$entity/new',
  validateSearch: textsOf('values'),
  component: lazyRouteComponent(() => import('../records/create-page.tsx'), 'CreatePage'),
});

const importing = createRoute({
  getParentRoute: () => shell,
  path: '/$entity/import',
  component: lazyRouteComponent(() => import('../records/import-page.tsx'), 'ImportPage'),
});

const record = createRoute({
  getParentRoute: () => shell,
  path: '/$entity/$id',
  validateSearch: textsOf('tab'),
  component: lazyRouteComponent(() => import('../records/record-page.tsx'), 'RecordRoute'),
});

const routeTree = root.addChildren([
  login,
  setup,
  shell.addChildren([home, settings, trash, create, importing, record, listRoute]),
]);

export function createAppRouter(context: AppContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: PageMissing,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
