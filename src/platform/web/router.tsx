import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType, FunctionComponent, ReactNode } from 'react';
import { parseAddress, writeAddress } from './kit/use-url-state.ts';
import type { Screen } from './screen.ts';
import { sessionQuery } from './session/session-query.ts';
import { Guarded } from './shell/guarded.tsx';
import { ownScreens } from './shell/own-screens.ts';
import { FaultScreen, LoadingScreen, NotFoundScreen } from './shell/screen-states.tsx';
import { ScreensProvider } from './shell/screens-context.tsx';
import { ShellLayout } from './shell/shell-layout.tsx';

/** The routes of the shell and of every screen that a feature gives. */
export function makeRouter(featureScreens: readonly Screen[], queries: QueryClient) {
  const screens = [...featureScreens, ...ownScreens];
  const root = createRootRouteWithContext<{ queries: QueryClient }>()();
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyNamed(() =>
      import('./session/sign-in-page.tsx').then((file) => file.SignInPage),
    ),
  });
  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    beforeLoad: async ({ context, location }) => {
      const session = await context.queries.ensureQueryData(sessionQuery);
      if (session !== null && !session.account.mustChangePassword) return;
      const next = location.href === '/' ? {} : { next: location.href };
      throw redirect({ to: '/sign-in', search: next });
    },
    component: () => (
      <ScreensProvider screens={screens}>
        <ShellLayout />
      </ScreensProvider>
    ),
  });
  const pages = screens.map((screen) => screenRoute(screen, shell));
  if (!screens.some((screen) => screen.path === '/')) pages.push(homeRoute(shell));
  return createRouter({
    routeTree: root.addChildren([signIn, shell.addChildren(pages)]),
    context: { queries },
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: LoadingScreen,
    defaultErrorComponent: FaultScreen,
    defaultNotFoundComponent: NotFoundScreen,
    scrollRestoration: true,
  });
}

function screenRoute(screen: Screen, parent: AnyRoute): AnyRoute {
  const Page = lazyNamed(screen.component);
  const guarded = (): ReactNode => (
    <Guarded screen={screen}>
      <Page />
    </Guarded>
  );
  return createRoute({
    getParentRoute: () => parent,
    path: screen.path,
    // With `preload`, pointing at a link already fetches the screen's code.
    component: Object.assign(guarded, { preload: async () => await Page.preload?.() }),
  });
}

/** Without a start page of a feature, the first screen that the officer may open is the start. */
function homeRoute(parent: AnyRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path: '/',
    component: lazyNamed(() =>
      import('./shell/home-redirect.tsx').then((file) => file.HomeRedirect),
    ),
  });
}

type LazyComponent = FunctionComponent & { preload?: () => Promise<void> };

function lazyNamed(load: () => Promise<ComponentType>): LazyComponent {
  return lazyRouteComponent(async () => ({ page: await load() }), 'page') as LazyComponent;
}
