import type { AgentEvent, Conversation, Presence, Ticket, Viewer } from '@fairlead/contract';
import { belongs, type ListState, place, without } from './list-state.ts';
import { type ThreadState, withChanged, withKnownSeq, withPosted } from './thread-state.ts';
import { type TicketListState, withoutTicket, withTicket } from './ticket-list-state.ts';

/**
 * What an agent's screens show of conversations. The rule that the server's tests hold it to: applying the events of a change to
 * the state before it gives the state that one would fetch after it. Events may come twice, late, or not at all:
 * - a conversation's `version` that is not above the held one is old news;
 * - a message beyond the next `seq` is not taken in, but makes `needsFetch(thread)` true;
 * - only threads and lists that are held are kept up; conversations are held from their first news on.
 */
export interface LiveState {
  readonly conversations: Readonly<Record<string, Conversation>>;
  readonly threads: Readonly<Record<string, ThreadState>>;
  readonly lists?: Readonly<Record<string, ListState>>;
  /** Held from their first news on, like conversations. */
  readonly tickets?: Readonly<Record<string, Ticket>>;
  readonly ticketLists?: Readonly<Record<string, TicketListState>>;
  readonly agents?: Readonly<Record<string, { presence: Presence; load: number }>>;
  /** Conversations whose customer is typing. */
  readonly typing?: Readonly<Record<string, true>>;
  readonly viewers?: Readonly<Record<string, readonly Viewer[]>>;
  /** Whose screens these are: decides what stands under `mine`. */
  readonly agentId: string;
  /** The teams of that agent: decide what stands under tickets of one's own teams. */
  readonly teamIds?: readonly string[];
}

/** The state after an event. What did not change keeps its identity. */
export function apply(state: LiveState, event: AgentEvent): LiveState {
  switch (event.type) {
    case 'message.posted': {
      const { message, conversation } = event;
      const thread = state.threads[conversation.id];
      const next = withConversation(state, conversation);
      const heard = message.author.type === 'customer' ? withTyping(next, conversation.id, false) : next;
      if (!thread) return heard;
      // The thread as it was: one change may post several messages, and the conversation tells of the last already.
      const posted = withKnownSeq(withPosted(thread, message), conversation.lastSeq);
      return { ...heard, threads: { ...heard.threads, [conversation.id]: posted } };
    }
    case 'message.changed': {
      const id = event.message.conversationId;
      const thread = state.threads[id];
      if (!thread) return state;
      return { ...state, threads: { ...state.threads, [id]: withChanged(thread, event.message) } };
    }
    case 'conversation.changed':
      return withConversation(state, event.conversation);
    case 'conversation.removed':
      return withoutConversation(state, event.conversationId);
    case 'ticket.changed':
      return withTicketNews(state, event.ticket);
    case 'ticket.removed':
      return withoutTicketAnywhere(state, event.ticketId);
    case 'sla.changed':
    case 'sla.alert':
    case 'draft.changed':
    case 'message.translated':
    case 'ticket_form.changed':
      return state;
    case 'presence.changed': {
      const { agentId, presence, load } = event;
      return { ...state, agents: { ...state.agents, [agentId]: { presence, load } } };
    }
    case 'customer.typing':
      return withTyping(state, event.conversationId, event.on);
    case 'viewers.changed':
      return { ...state, viewers: { ...state.viewers, [event.conversationId]: event.viewers } };
    case 'mentioned':
      return withLists(state, (list) => (list.query.view === 'mentions' ? { ...list, stale: true } : list));
  }
}

/** Whether news of a conversation is newer than what is held. */
export function isNews(held: Conversation | undefined, conversation: Conversation): boolean {
  return !held || conversation.version > held.version;
}

/** One list after a conversation changed. */
export function withPlaced(list: ListState, conversation: Conversation, agentId: string): ListState {
  const where = { belongs: belongs(list.query, conversation, agentId), complete: list.complete };
  const items = place(list.items, conversation, where);
  return items === list.items ? list : { ...list, items };
}

function withConversation(state: LiveState, conversation: Conversation): LiveState {
  const { id } = conversation;
  const thread = state.threads[id];
  const known = thread && withKnownSeq(thread, conversation.lastSeq);
  const threads = known && known !== thread ? { ...state.threads, [id]: known } : state.threads;
  if (!isNews(state.conversations[id], conversation))
    return threads === state.threads ? state : { ...state, threads };
  const conversations = { ...state.conversations, [id]: conversation };
  return withLists({ ...state, conversations, threads }, (list) =>
    withPlaced(list, conversation, state.agentId),
  );
}

/** The thread is kept, marked: an agent who sees the conversation by another way hears of it again at once. */
function withoutConversation(state: LiveState, id: string): LiveState {
  const { [id]: _, ...conversations } = state.conversations;
  const thread = state.threads[id];
  const threads = thread ? { ...state.threads, [id]: { ...thread, gone: true } } : state.threads;
  return withLists({ ...state, conversations, threads }, (list) => without(list, id));
}

function withTyping(state: LiveState, id: string, on: boolean): LiveState {
  if (Boolean(state.typing?.[id]) === on) return state;
  const { [id]: _, ...others } = state.typing ?? {};
  return { ...state, typing: on ? { ...others, [id]: true } : others };
}

function withLists(state: LiveState, change: (list: ListState) => ListState): LiveState {
  if (!state.lists) return state;
  const lists = Object.fromEntries(Object.entries(state.lists).map(([key, list]) => [key, change(list)]));
  return { ...state, lists };
}

function withTicketNews(state: LiveState, ticket: Ticket): LiveState {
  const held = state.tickets?.[ticket.id];
  if (held && held.version > ticket.version) return state;
  const viewer = { agentId: state.agentId, teamIds: state.teamIds ?? [], now: Date.now() };
  const tickets = { ...state.tickets, [ticket.id]: ticket };
  return withTicketLists({ ...state, tickets }, (list) => withTicket(list, ticket, viewer));
}

function withoutTicketAnywhere(state: LiveState, id: string): LiveState {
  const { [id]: _, ...tickets } = state.tickets ?? {};
  return withTicketLists({ ...state, tickets }, (list) => withoutTicket(list, id));
}

function withTicketLists(state: LiveState, change: (list: TicketListState) => TicketListState): LiveState {
  if (!state.ticketLists) return state;
  const lists = Object.entries(state.ticketLists).map(([key, list]) => [key, change(list)]);
  return { ...state, ticketLists: Object.fromEntries(lists) };
}
