import { createClient, endpoints, type Message, type ResponseOf } from '@fairlead/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { call } from '../../../api.ts';
import { applyToCache } from '../../../live/event-to-cache.ts';
import { useLive } from '../../../live/live-provider.tsx';
import { macrosQuery } from '../../../queries.ts';
import { useMe } from '../../../session.tsx';
import { sentAs, settleOffers } from '../../copilot/settle-offers.ts';
import { OutboxStorage } from './outbox-storage.ts';
import type { Outgoing } from './outgoing.ts';
import { SendQueue } from './send-queue.ts';

type Posted = ResponseOf<typeof endpoints.conversations.post>;

interface Outbox {
  queue: SendQueue<Posted>;
  /** The ids of messages whose answer has come: none of them stands for one that is still on its way. */
  answered: ReadonlySet<string>;
}
const Context = createContext<Outbox | null>(null);

/** A request that outlives its page; browsers allow 64 kB of such. */
const callLeaving = createClient({
  baseUrl: '',
  headers: () => ({ 'x-fairlead-console': '1' }),
  fetch: (input, init) => fetch(input, { ...init, keepalive: true }),
});

/** Sends what agents write, in order, whatever the network does and whatever page is on screen. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const agentId = useMe().agent.id;
  const { connection } = useLive();
  const [outbox, setOutbox] = useState<Outbox | null>(null);

  useEffect(() => {
    let opened: Outbox | null = null;
    let closed = false;
    void outboxOf(client, agentId).then((found) => {
      if (closed) return;
      opened = found;
      found.queue.start();
      setOutbox(found);
    });
    const leave = () => opened?.queue.leave();
    const wake = () => opened?.queue.wake();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', wake);
    return () => {
      closed = true;
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', wake);
      opened?.queue.leave();
      opened?.queue.stop();
    };
  }, [client, agentId]);

  useEffect(() => {
    if (connection === 'live') outbox?.queue.wake();
  }, [connection, outbox]);
  return <Context value={outbox}>{children}</Context>;
}

/** One for each agent of this page, stopped while somebody else is signed in: nothing is ever sent in another's name. */
const outboxes = new Map<string, Promise<Outbox>>();

function outboxOf(client: QueryClient, agentId: string): Promise<Outbox> {
  const held = outboxes.get(agentId) ?? openOutbox(client, agentId);
  outboxes.set(agentId, held);
  return held;
}

async function openOutbox(client: QueryClient, agentId: string): Promise<Outbox> {
  const storage = new OutboxStorage(agentId);
  const left = await storage.takeOver();
  storage.save(left);
  const answered = new Set<string>();
  const queue = new SendQueue<Posted>({
    storage: { load: () => left, save: (items) => storage.save(items) },
    post: (item) => call(endpoints.conversations.post, { params: placeOf(item), body: bodyOf(item) }),
    async postInOrder(items) {
      const [first] = items;
      if (!first) return [];
      const body = { items: items.map(bodyOf) };
      return (await callLeaving(endpoints.conversations.postInOrder, { params: placeOf(first), body })).items;
    },
    onPosted: ({ macros, offer }, { message, conversation }) => {
      answered.add(message.id);
      if (offer) settleOffers(message.conversationId, [sentAs(offer, message.id)]);
      // They say how often they are used.
      if (macros.length > 0) void client.invalidateQueries({ queryKey: macrosQuery.queryKey, exact: true });
      applyToCache(client, agentId, { type: 'message.posted', message, conversation });
    },
  });
  return { queue, answered };
}

const placeOf = (item: Outgoing) => ({ id: item.conversationId });

const bodyOf = (item: Outgoing) => ({
  key: item.key,
  kind: item.kind,
  text: item.text,
  attachmentIds: item.attachments.map((attachment) => attachment.id),
  mentions: [...new Set(item.mentions.map((mention) => mention.id))],
  quickReplies: [...item.quickReplies],
  macros: [...item.macros],
  ...(item.letter && { letter: item.letter }),
  ...(item.translation && {
    translation: { id: item.translation.id, confirmed: item.translation.confirmed },
  }),
  ...(item.publicOn && { publicly: true }),
  seenSeq: item.seenSeq,
  confirmed: item.confirmed,
});

/** The queue itself; null for the moment in which it looks for what earlier tabs left. */
export function useSendQueue(): SendQueue<Posted> | null {
  return use(Context)?.queue ?? null;
}

const nothing: readonly Outgoing[] = [];

/** Every message that is not yet with the server, oldest first. */
export function useAllOutgoing(): readonly Outgoing[] {
  const queue = use(Context)?.queue;
  return useSyncExternalStore(queue?.subscribe ?? (() => () => {}), queue?.items ?? (() => nothing));
}

/** A conversation's messages that are not yet with the server. `messages` are those on screen, to leave out what has arrived. */
export function useOutgoing(conversationId: string, messages: readonly Message[]): readonly Outgoing[] {
  const outbox = use(Context);
  const agentId = useMe().agent.id;
  const items = useAllOutgoing();
  return useMemo(() => {
    const own = items.filter((item) => item.conversationId === conversationId);
    return own.length === 0
      ? nothing
      : own.filter((item) => !hasArrived(item, messages, agentId, outbox?.answered));
  }, [items, conversationId, messages, agentId, outbox]);
}

/** The event of a message can be quicker than the answer to its request, and names no key: it is known by what it says. */
function hasArrived(
  item: Outgoing,
  messages: readonly Message[],
  agentId: string,
  answered: ReadonlySet<string> | undefined,
): boolean {
  if (item.state !== 'sending') return false;
  return messages.some(
    (message) =>
      message.seq > item.seenSeq &&
      message.author.id === agentId &&
      message.kind === item.kind &&
      message.text.trim() === item.text.trim() &&
      message.attachments.length === item.attachments.length &&
      !answered?.has(message.id),
  );
}
