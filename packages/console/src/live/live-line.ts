import {
  type AgentEvent,
  type ClientFrame,
  type Conversation,
  livePath,
  type Ticket,
} from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../queries.ts';
import { catchUp } from './catch-up.ts';
import { conversationKeys } from './conversation-queries.ts';
import { applyToCache, putConversation, threadsWithGaps } from './event-to-cache.ts';
import { HintStore } from './hint-store.ts';
import { type LiveConnection, LiveSocket } from './live-socket.ts';
import { RecentNews } from './recent-news.ts';
import { ticketKeys } from './ticket-queries.ts';
import { placeInLists } from './ticket-to-cache.ts';
import { watchActivity } from './watch-activity.ts';

/** Counts follow from many events at once. */
const countsPause = 1_200;
/** The messages of one change come one by one: a gap that is not filled so soon is one. */
const gapPause = 150;

/** One agent's line to the server: the socket, and what its events do to the cache. */
export function createLine(
  client: QueryClient,
  agentId: string,
  onConnection: (connection: LiveConnection) => void,
) {
  const hints = new HintStore();
  const conversations = new RecentNews<Conversation>();
  const tickets = new RecentNews<Ticket>();
  const listeners = new Set<(event: AgentEvent) => void>();
  const later = createPauses();

  const note = (event: AgentEvent) => {
    const now = Date.now();
    if (event.type === 'conversation.removed') conversations.forget(event.conversationId);
    else if (event.type === 'ticket.removed') tickets.forget(event.ticketId);
    else if (event.type === 'ticket.changed') tickets.note(event.ticket, now);
    else if ('conversation' in event) conversations.note(event.conversation, now);
  };
  const countTickets = () => void client.invalidateQueries({ queryKey: ticketKeys.counts });
  const receive = (event: AgentEvent) => {
    note(event);
    hints.apply(event);
    applyToCache(client, agentId, event);
    if (
      event.type === 'conversation.changed' ||
      event.type === 'message.posted' ||
      event.type === 'mentioned'
    ) {
      later(
        'counts',
        countsPause,
        () => void client.invalidateQueries({ queryKey: conversationKeys.counts }),
      );
    }
    if (event.type === 'ticket.changed' || event.type === 'ticket.removed' || event.type === 'sla.changed') {
      later('ticket counts', countsPause, countTickets);
    }
    if (threadsWithGaps(client).length > 0) later('gaps', gapPause, fillGaps);
    for (const listener of listeners) listener(event);
  };
  const fillGaps = () => {
    for (const id of threadsWithGaps(client)) {
      void client.invalidateQueries({ queryKey: conversationKeys.thread(id), exact: true });
    }
  };
  const socket = new LiveSocket({
    open: () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}${livePath}`),
    onEvent: receive,
    onGap: () => catchUp(client),
    onConnection,
    // Asking who we are finds out that nobody is signed in, which leads to the sign-in.
    onRefused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });

  const open = () => {
    const wake = () => document.visibilityState === 'visible' && socket.wake();
    window.addEventListener('online', wake);
    // A ping finds out whether the socket went with the network.
    window.addEventListener('offline', wake);
    document.addEventListener('visibilitychange', wake);
    const unwatch = watchActivity(() => socket.say({ t: 'active' }));
    const stopReplaying = client.getQueryCache().subscribe(({ type, query, ...rest }) => {
      const [subject, part] = query.queryKey;
      if (type !== 'updated' || (part !== 'list' && part !== 'one')) return;
      const { action } = rest as { action?: { type: string; manual?: boolean } };
      if (action?.type !== 'success' || action.manual) return;
      queueMicrotask(() => {
        if (subject === 'conversations') {
          for (const it of conversations.list(Date.now())) putConversation(client, agentId, it);
        } else if (subject === 'tickets' && part === 'list') {
          for (const it of tickets.list(Date.now())) placeInLists(client, it);
        }
      });
    });
    socket.start();
    return () => {
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', wake);
      document.removeEventListener('visibilitychange', wake);
      unwatch();
      stopReplaying();
      later.stop();
      socket.stop();
    };
  };
  return {
    hints,
    open,
    say: (frame: ClientFrame) => socket.say(frame),
    view: (conversationId: string | null, replying: boolean) => socket.view(conversationId, replying),
    listen: (listener: (event: AgentEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Does something once after a pause, however often it is asked for within it. */
function createPauses() {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const later = (name: string, pause: number, run: () => void) => {
    if (timers.has(name)) return;
    const fire = () => {
      timers.delete(name);
      run();
    };
    timers.set(name, setTimeout(fire, pause));
  };
  const stop = () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  };
  return Object.assign(later, { stop });
}
