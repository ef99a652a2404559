import { keepTrying } from '../live/keep-trying.ts';
import { pause } from '../live/pause.ts';
import type { Api } from '../session/api.ts';
import { missingAfter, unreadOf } from './thread.ts';
import type { ThreadAction, ThreadState } from './thread-state.ts';

/** Fetches what is missing of the threads: the database is the truth, and events are only hints. */
export interface CatchUp {
  /** After a reconnect: what changed, and then everything that is missing of what is known. */
  all: () => Promise<void>;
  /** Of one thread: its end, or what is missing in it. */
  thread: (id: string) => Promise<void>;
  /** Events may overtake each other: whatever is still missing in a moment is fetched. */
  soon: (id: string) => void;
  /** The messages before the first one that is known; tried again while they are wanted. */
  older: (id: string, wanted: () => boolean) => Promise<void>;
}

const pageSize = 50;
const moment = 300;
/** Threads of which the unread messages are fetched at once; of the others it is enough to know that there are some. */
const unreadThreads = 3;

export function createCatchUp(
  api: Pick<Api, 'list' | 'messages'>,
  get: () => ThreadState,
  dispatch: (action: ThreadAction) => void,
  wait = pause,
): CatchUp {
  /** Threads that were looked at, loaded or not. */
  const asked = new Set<string>();
  const underWay = new Map<string, Promise<void>>();

  /** The same work asked for twice is done once. */
  function once(name: string, work: () => Promise<void>): Promise<void> {
    const running = underWay.get(name) ?? work().finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  }

  async function fetchStretch(
    id: string,
    query: { after?: number; before?: number; limit: number },
  ): Promise<number> {
    const { items, conversation } = await api.messages(id, query);
    dispatch({ type: 'arrived', items, conversation });
    return items.length;
  }

  async function fill(id: string) {
    for (;;) {
      const thread = get().threads[id];
      const after = thread && missingAfter(thread);
      if (after === null || after === undefined) return;
      if ((await fetchStretch(id, { after, limit: 200 })) === 0) return;
    }
  }

  async function load(id: string) {
    const thread = get().threads[id];
    if (thread && thread.messages.length === 0) {
      const { readSeq, lastSeq } = thread.conversation;
      // Enough to see what came before the first unread one.
      await fetchStretch(id, { limit: Math.min(200, Math.max(pageSize, lastSeq - readSeq + 10)) });
    }
    await fill(id);
  }

  const thread = (id: string) => once(id, () => load(id));
  return {
    thread(id) {
      asked.add(id);
      return thread(id);
    },
    all: () =>
      once('all', async () => {
        dispatch({ type: 'listed', conversations: (await api.list()).items });
        const threads = Object.values(get().threads);
        const unread = threads.filter((it) => unreadOf(it) > 0).slice(0, unreadThreads);
        const known = threads.filter((it) => it.messages.length > 0 || asked.has(it.conversation.id));
        for (const { conversation } of new Set([...known, ...unread])) await thread(conversation.id);
      }),
    soon(id) {
      setTimeout(() => {
        const it = get().threads[id];
        if (it && missingAfter(it) !== null) thread(id).catch(() => undefined);
      }, moment);
    },
    older: (id, wanted) =>
      once(`older ${id}`, async () => {
        const first = get().threads[id]?.messages[0]?.seq;
        if (first === undefined || first === 1) return;
        await keepTrying(() => fetchStretch(id, { before: first, limit: pageSize }), wanted, wait);
      }),
  };
}
