import type { AgentEvent, ClientFrame } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useMe } from '../session.tsx';
import { useOnline } from '../ui/use-online.ts';
import { fetchAgain } from './catch-up.ts';
import type { HintStore } from './hint-store.ts';
import { createLine } from './live-line.ts';
import type { LiveConnection } from './live-socket.ts';

/** How often everything on screen is fetched again while there is no socket. */
const pollEvery = 5_000;

interface Live {
  connection: LiveConnection;
  hints: HintStore;
  say: (frame: ClientFrame) => void;
  /** Tells colleagues which thread is on screen. */
  view: (conversationId: string | null, replying: boolean) => void;
  /** Hears events after they were applied; returns the way to stop. */
  listen: (listener: (event: AgentEvent) => void) => () => void;
}
const Context = createContext<Live | null>(null);

/** The live connection of the console. */
export function useLive(): Live {
  const live = use(Context);
  if (!live) throw new Error('LiveProvider is missing above this component');
  return live;
}

/** Whether the customer is typing, as of this moment. */
export function useCustomerTyping(conversationId: string): boolean {
  const { hints } = useLive();
  return useSyncExternalStore(hints.subscribe, () => hints.isTyping(conversationId));
}

/** The colleagues who look at a thread, without oneself. */
export function useViewers(conversationId: string) {
  const { hints } = useLive();
  const me = useMe().agent.id;
  const viewers = useSyncExternalStore(hints.subscribe, () => hints.viewersOf(conversationId));
  return useMemo(() => viewers.filter((viewer) => viewer.agentId !== me), [viewers, me]);
}

/**
 * Keeps what the signed-in agent sees current: by the socket, and by fetching every few seconds while there is none. Stands once
 * around everything that needs a signed-in agent.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const agentId = useMe().agent.id;
  const online = useOnline();
  const [connection, setConnection] = useState<LiveConnection>('connecting');
  const line = useMemo(() => createLine(client, agentId, setConnection), [client, agentId]);
  useEffect(() => line.open(), [line]);
  useEffect(() => {
    if (connection === 'live') return;
    line.hints.clear();
    const poll = setInterval(() => {
      if (navigator.onLine && document.visibilityState === 'visible') fetchAgain(client);
    }, pollEvery);
    return () => clearInterval(poll);
  }, [connection, client, line]);

  const value = useMemo<Live>(
    () => ({
      // A socket may not notice for a while that the network is gone.
      connection: online ? connection : 'offline',
      hints: line.hints,
      say: line.say,
      view: line.view,
      listen: line.listen,
    }),
    [connection, online, line],
  );
  return <Context value={value}>{children}</Context>;
}
