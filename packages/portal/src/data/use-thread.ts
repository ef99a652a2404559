import type { Refusal } from '@fairlead/widget/session/refusal';
import { refusalOf } from '@fairlead/widget/session/refusal';
import { extendThread, missingAfter, type Thread } from '@fairlead/widget/thread/thread';
import { useEffect, useState } from 'preact/hooks';
import { usePortal } from '../views/context.ts';

/** The messages of a ticket, live, and marked as read while they are looked at. */
export interface LiveThread {
  thread: Thread | undefined;
  refusal: Refusal | null;
  reload: () => Promise<void>;
  loadOlder: () => Promise<void>;
}

const pageSize = 50;

export function useThread(conversationId: string): LiveThread {
  const { chat, loaded, news } = usePortal();
  const name = `thread ${conversationId}`;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [, render] = useState(0);
  const known = () => loaded.get(name) as Thread | undefined;

  async function fetch(query: { after?: number; before?: number; limit: number }) {
    const { items, conversation } = await chat.messages(conversationId, query);
    loaded.set(name, extendThread(known(), items, conversation));
    render((count) => count + 1);
    return items.length;
  }

  async function reload() {
    try {
      const last = known()?.messages.at(-1)?.seq;
      await fetch(last === undefined ? { limit: pageSize } : { after: last, limit: 200 });
      for (let thread = known(); thread && missingAfter(thread) !== null; thread = known()) {
        if ((await fetch({ after: missingAfter(thread) ?? 0, limit: 200 })) === 0) break;
      }
      setRefusal(null);
      await markRead();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  async function markRead() {
    const conversation = known()?.conversation;
    if (!conversation || document.visibilityState !== 'visible') return;
    const { lastSeq, readSeq } = conversation;
    if (lastSeq <= readSeq) return;
    const read = await chat.read(conversationId, { readSeq: lastSeq, deliveredSeq: lastSeq });
    loaded.set(name, extendThread(known(), [], read));
  }

  useEffect(() => {
    void reload();
    const onSeen = () => void markRead().catch(() => undefined);
    document.addEventListener('visibilitychange', onSeen);
    const stop = news.listen((subject) => {
      if (subject === null || subject === conversationId) void reload();
    });
    return () => {
      document.removeEventListener('visibilitychange', onSeen);
      stop();
    };
  }, [conversationId]);

  return {
    thread: known(),
    refusal,
    reload,
    async loadOlder() {
      const first = known()?.messages[0]?.seq;
      if (first !== undefined && first > 1) await fetch({ before: first, limit: pageSize });
    },
  };
}
