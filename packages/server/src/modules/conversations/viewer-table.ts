import type { Viewer } from '@fairlead/contract';
import type { LiveSocket } from '../../platform/live/socket.ts';
import type { Platform } from '../../platform/platform.ts';
import { findConversation } from './conversation-store.ts';
import { agentTopics } from './hints.ts';

/** How long a node's word on who looks at a thread holds without being repeated. */
const holds = 45_000;
const repeat = 20_000;

interface Word {
  node: string;
  conversationId: string;
  topics: string[];
  viewers: Viewer[];
}

/**
 * Which agents look at which thread. Kept in memory on every node and told over the bus: each node says who looks there on it, and
 * adds up what the others say. A node that falls silent is forgotten.
 */
export interface ViewerTable {
  /** Begins a change of what a socket looks at; a later one overtakes it, however long its look-ups take. */
  turn(socket: LiveSocket): number;
  /** The socket looks at a thread that its agent may see; nothing if a later turn was begun. */
  view(socket: LiveSocket, conversationId: string, replying: boolean, turn: number): void;
  /** The socket looks at none. */
  leave(socket: LiveSocket): void;
  stop(): void;
}

export function createViewerTable(platform: Platform): ViewerTable {
  const { bus, clock, database, live, log, nodeId } = platform;
  const here = new Map<LiveSocket, { conversationId: string; replying: boolean }>();
  const elsewhere = new Map<string, Map<string, { viewers: Viewer[]; at: number }>>();
  const turns = new WeakMap<LiveSocket, number>();

  const stopListening = bus.subscribe('viewers', (payload) => {
    const word = JSON.parse(payload) as Word;
    if (word.node === nodeId) return;
    const nodes = elsewhere.get(word.conversationId) ?? new Map();
    if (word.viewers.length > 0) nodes.set(word.node, { viewers: word.viewers, at: clock.now().getTime() });
    else nodes.delete(word.node);
    if (nodes.size > 0) elsewhere.set(word.conversationId, nodes);
    else elsewhere.delete(word.conversationId);
    tell(word.conversationId, word.topics);
  });
  const timer = setInterval(() => {
    for (const id of new Set([...here.values()].map((it) => it.conversationId))) say(id);
    forgetSilent(clock.now().getTime() - holds);
  }, repeat);
  timer.unref();

  function forgetSilent(before: number) {
    for (const [conversationId, nodes] of elsewhere) {
      for (const [node, seen] of nodes) if (seen.at < before) nodes.delete(node);
      if (nodes.size === 0) elsewhere.delete(conversationId);
    }
  }

  const local = (conversationId: string): Viewer[] =>
    [...here].flatMap(([socket, seen]) =>
      seen.conversationId === conversationId ? [{ agentId: socket.caller.id, replying: seen.replying }] : [],
    );

  /** Tells this node's own sockets only; every node does so for its own. */
  function tell(conversationId: string, topics: string[]) {
    const others = [...(elsewhere.get(conversationId)?.values() ?? [])].flatMap((it) => it.viewers);
    const byAgent = new Map<string, Viewer>();
    for (const viewer of [...local(conversationId), ...others]) {
      const replying = viewer.replying || (byAgent.get(viewer.agentId)?.replying ?? false);
      byAgent.set(viewer.agentId, { ...viewer, replying });
    }
    live.tellHere(topics, { type: 'viewers.changed', conversationId, viewers: [...byAgent.values()] });
  }

  /** Says who looks here now, to those who may see the thread now: it may have moved since somebody began to look. */
  function say(conversationId: string) {
    void findConversation(database.reader(), conversationId)
      .then((conversation) => {
        if (!conversation) return;
        const topics = agentTopics(conversation);
        const word: Word = { node: nodeId, conversationId, topics, viewers: local(conversationId) };
        bus.publish('viewers', JSON.stringify(word));
        tell(conversationId, topics);
      })
      .catch((error) => log.warn({ err: error }, 'viewers not told'));
  }

  function turn(socket: LiveSocket): number {
    const next = (turns.get(socket) ?? 0) + 1;
    turns.set(socket, next);
    return next;
  }

  return {
    turn,
    view(socket, conversationId, replying, begun) {
      if (turns.get(socket) !== begun) return;
      const before = here.get(socket);
      here.set(socket, { conversationId, replying });
      if (before && before.conversationId !== conversationId) say(before.conversationId);
      if (before?.conversationId !== conversationId || before.replying !== replying) say(conversationId);
    },
    leave(socket) {
      turn(socket);
      const before = here.get(socket);
      if (!before) return;
      here.delete(socket);
      say(before.conversationId);
    },
    stop() {
      clearInterval(timer);
      stopListening();
    },
  };
}
