import type { SavedDraft } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { draftsKey } from '../../../live/draft-to-cache.ts';
import { useMe } from '../../../session.tsx';
import type { MessageKind } from '../composer/draft-store.ts';
import { useDraftSync } from '../composer/writing.tsx';
import type { DraftStanding } from './draft-sync.ts';

const none: readonly SavedDraft[] = [];

/** Keeps a conversation's drafts together with the server's while it is on screen; answers those that colleagues share. */
export function useThreadDrafts(conversationId: string): readonly SavedDraft[] {
  const sync = useDraftSync();
  const me = useMe().agent.id;
  const { data } = useQuery({
    queryKey: draftsKey(conversationId),
    queryFn: () => sync.look(conversationId),
    // Writing went on elsewhere while it was not on screen.
    staleTime: 0,
    select: (items) => items.filter((it) => it.agentId !== me),
  });
  return data ?? none;
}

/** How a draft of one's own stands to what the server keeps. */
export function useDraftStanding(conversationId: string, kind: MessageKind): DraftStanding {
  const sync = useDraftSync();
  return useSyncExternalStore(sync.subscribe, () => sync.standing(conversationId, kind));
}
