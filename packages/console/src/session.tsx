import { CallError, type Me, nearestConsoleLocale, type Permission } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, lazy, type ReactNode, Suspense, use, useEffect, useMemo, useState } from 'react';
import { useLocale } from './i18n/i18n.tsx';
import { meQuery } from './queries.ts';
import { ShellSkeleton } from './shell/shell-skeleton.tsx';
import { ErrorState } from './ui/error-state.tsx';

const TwoFactorGate = lazy(() => import('./features/access/two-factor-gate.tsx'));

const Context = createContext<Me | null>(null);

/**
 * Renders its children for a signed-in agent only: others see the frame until the router has
 * taken them to the sign-in, and an agent who must still set up the second factor reaches nothing but that.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data: me, error, refetch } = useQuery(meQuery);
  // Latched: confirming the code switches the factor on, but the recovery codes must stay on screen until they are kept.
  const [inGate, setInGate] = useState(false);
  if (me?.twoFactor.required && !me.twoFactor.enabled && !inGate) setInGate(true);
  useAgentLanguage(me);

  // Not signed in: the router is already on its way to the sign-in (`onSignedOut`).
  const signedOut = error instanceof CallError && error.code === 'access.not_signed_in';
  if (!me && error && !signedOut) {
    return (
      <main className="grid h-dvh place-items-center">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!me) return <ShellSkeleton />;
  return (
    <Context value={me}>
      {inGate ? (
        <Suspense fallback={<ShellSkeleton />}>
          <TwoFactorGate onDone={() => void refetch().then(() => setInGate(false))} />
        </Suspense>
      ) : (
        children
      )}
    </Context>
  );
}

/** Follows the language of the agent's profile, once per change of it; the menu may still choose another. */
function useAgentLanguage(me: Me | undefined) {
  const { setLocale } = useLocale();
  const wish = me ? nearestConsoleLocale(me.agent.locale) : undefined;
  useEffect(() => {
    if (wish) setLocale(wish);
  }, [wish, setLocale]);
}

/** The signed-in agent. */
export function useMe(): Me {
  const me = use(Context);
  if (!me) throw new Error('SessionProvider is missing above this component');
  return me;
}

/** Whether the signed-in agent holds a permission, for hiding what they may not do. The server decides. */
export function useCan(): (permission: Permission) => boolean {
  const me = useMe();
  return useMemo(() => {
    const held = new Set(me.permissions);
    return (permission) => held.has(permission);
  }, [me.permissions]);
}
