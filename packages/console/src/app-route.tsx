import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { InboxProvider } from './features/inbox/inbox-provider.tsx';
import { LiveProvider } from './live/live-provider.tsx';
import { SessionProvider } from './session.tsx';
import { AppShell } from './shell/app-shell.tsx';

/** Every address of the console. */
export const root = createRootRoute({ component: Outlet });

/** Everything that needs a signed-in agent. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: () => (
    <SessionProvider>
      <LiveProvider>
        <InboxProvider>
          <AppShell />
        </InboxProvider>
      </LiveProvider>
    </SessionProvider>
  ),
});
