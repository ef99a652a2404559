import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { draftsKey, putDraft } from '../../../live/draft-to-cache.ts';
import { useLive } from '../../../live/live-provider.tsx';
import { useMe } from '../../../session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { draftServer, leavingDraftServer } from '../drafts/draft-server.ts';
import { DraftSync } from '../drafts/draft-sync.ts';
import { KeptVersions } from '../drafts/kept-versions.ts';
import { type Draft, DraftStore } from './draft-store.ts';
import { type TrayItem, UploadTray } from './upload-tray.ts';

interface Writing {
  drafts: DraftStore;
  tray: UploadTray;
  sync: DraftSync;
}
const Context = createContext<Writing | null>(null);

/** Holds what the agent writes and the files they add, across conversations. */
export function WritingProvider({ children }: { children: ReactNode }) {
  const agentId = useMe().agent.id;
  const client = useQueryClient();
  const toast = useToast();
  const t = useT();
  // Another language does not begin everything anew.
  const gone = useRef(() => {});
  useEffect(() => {
    gone.current = () => void toast.show({ title: t('inbox.draft.gone'), id: 'draft-gone' });
  }, [t, toast]);
  const writing = useMemo<Writing>(() => {
    const drafts = new DraftStore(localStorage, agentId);
    const tray = new UploadTray(({ conversationId, kind }, attachment) => {
      const { attachments } = drafts.get(conversationId)[kind];
      // The upload may end while another thread is on screen: what was seen of this one is not known here.
      drafts.write(conversationId, kind, { attachments: [...attachments, attachment] }, null);
    });
    const sync = new DraftSync({
      drafts,
      kept: new KeptVersions(localStorage, agentId),
      agentId,
      server: draftServer,
      leaving: leavingDraftServer,
      onSaved: ({ id, kind }, draft) => putDraft(client, { conversationId: id, agentId, kind }, draft),
      onChanged: (id) => void client.invalidateQueries({ queryKey: draftsKey(id), exact: true }),
      onGone: () => gone.current(),
    });
    return { drafts, tray, sync };
  }, [agentId, client]);
  useEffect(() => {
    const { sync } = writing;
    const stop = sync.start();
    const leave = () => sync.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      stop();
    };
  }, [writing]);
  useEffect(() => {
    const resume = () => writing.tray.resume();
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  }, [writing]);
  const { connection } = useLive();
  useEffect(() => {
    // The network was never gone, but the server was.
    if (connection !== 'live') return;
    writing.tray.resume();
    writing.sync.wake();
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

/** What keeps drafts together with the server's. */
export function useDraftSync(): DraftSync {
  return useWriting().sync;
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
