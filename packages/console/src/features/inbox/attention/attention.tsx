import type { Conversation } from '@fairlead/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { listQuery } from '../../../live/conversation-queries.ts';
import { useCan, useMe } from '../../../session.tsx';
import { TitleCount } from '../../../ui/page-title.tsx';
import { useAllOutgoing } from '../outbox/outbox.tsx';
import { stuckIn } from '../outbox/stuck.ts';
import { useWatched } from '../use-watched.ts';
import { needsAgent } from './standing-of.ts';
import { useAlerts } from './use-alerts.ts';
import { useStuckToasts } from './use-stuck-toasts.ts';

export interface Attention {
  /** How many of this agent's conversations ask for them: offered, or unread. */
  needing: number;
  /** The conversations that hold a message which was not sent and waits for its writer. */
  stuck: ReadonlySet<string>;
}
const Context = createContext<Attention | null>(null);

/** Follows what asks for the agent, and tells them on every page: by the title, by toasts, and as they have chosen. */
export function AttentionProvider({ children }: { children: ReactNode }) {
  const mine = useMine();
  const me = useMe().agent.id;
  const outgoing = useAllOutgoing();
  const stuck = useMemo(() => stuckIn(outgoing), [outgoing]);
  const watched = useWatched();
  // What is on screen is being read, although it takes a moment until it counts as read.
  const needing = mine?.filter((item) => item.id !== watched && needsAgent(item, me)).length ?? 0;
  useAlerts(mine);
  useStuckToasts(outgoing);
  const value = useMemo(() => ({ needing, stuck }), [needing, stuck]);
  return (
    <Context value={value}>
      <TitleCount count={needing}>{children}</TitleCount>
    </Context>
  );
}

/** What asks for the agent now. */
export function useAttention(): Attention {
  const attention = use(Context);
  if (!attention) throw new Error('AttentionProvider is missing above this component');
  return attention;
}

const query = listQuery({ view: 'mine' });

/** The agent's own open conversations, kept current on every page; undefined until they are loaded, and for those who have none. */
function useMine(): readonly Conversation[] | undefined {
  const can = useCan();
  const { data } = useInfiniteQuery({ ...query, enabled: can('conversations.reply') });
  return useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
}
