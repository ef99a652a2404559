import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLive } from '../../../live/live-provider.tsx';
import { useMe } from '../../../session.tsx';
import { type Draft, DraftStore } from './draft-store.ts';
import { type TrayItem, UploadTray } from './upload-tray.ts';

interface Writing {
  drafts: DraftStore;
  tray: UploadTray;
}
const Context = createContext<Writing | null>(null);

/** Holds what the agent writes and the files they add, across conversations. */
export function WritingProvider({ children }: { children: ReactNode }) {
  const agentId = useMe().agent.id;
  const writing = useMemo<Writing>(() => {
    const drafts = new DraftStore(localStorage, agentId);
    const tray = new UploadTray(({ conversationId, kind }, attachment) => {
      const { attachments } = drafts.get(conversationId)[kind];
      // The upload may end while another thread is on screen: what was seen of this one is not known here.
      drafts.write(conversationId, kind, { attachments: [...attachments, attachment] }, null);
    });
    return { drafts, tray };
  }, [agentId]);
  useEffect(() => {
    const resume = () => writing.tray.resume();
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  }, [writing]);
  const { connection } = useLive();
  useEffect(() => {
    // The network was never gone, but the server was.
    if (connection === 'live') writing.tray.resume();
  }, [connection, writing]);
  return <Context value={writing}>{children}</Context>;
}

function useWriting(): Writing {
  const writing = use(Context);
  if (!writing) throw new Error('WritingProvider is missing above this component');
  return writing;
}

/** The store of drafts, for changing them. */
export function useDrafts(): DraftStore {
  return useWriting().drafts;
}

/** A conversation's draft as it is now. */
export function useDraft(conversationId: string): Draft {
  const { drafts } = useWriting();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(conversationId));
}

/** Whether something is written in a conversation and not sent. */
export function useHasDraft(conversationId: string): boolean {
  const { drafts } = useWriting();
  return useSyncExternalStore(drafts.subscribe, () => drafts.has(conversationId));
}

/** The files on their way up, and the way to add, cancel and resume them. */
export function useTray(): { tray: UploadTray; items: readonly TrayItem[] } {
  const { tray } = useWriting();
  return { tray, items: useSyncExternalStore(tray.subscribe, tray.items) };
}
