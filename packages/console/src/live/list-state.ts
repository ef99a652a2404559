import type { Channel, Conversation } from '@fairlead/contract';

/** What a list of the inbox was asked for, as the endpoint `conversations.list` takes it. */
export interface ListQuery {
  readonly view: string;
  readonly q?: string | undefined;
  readonly language?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly customerId?: string | undefined;
}

/** A list as far as it is loaded. */
export interface ListState {
  readonly query: ListQuery;
  /** Latest activity first. */
  readonly items: readonly Conversation[];
  /** No page follows. */
  readonly complete: boolean;
  /** Something happened that only the server can place: fetch it again. */
  readonly stale: boolean;
}

/** The order of every list: latest activity first, then the younger id. */
export function compareActivity(a: Conversation, b: Conversation): number {
  if (a.lastActivityAt !== b.lastActivityAt) return a.lastActivityAt < b.lastActivityAt ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

/**
 * Whether a conversation stands in a list, by the server's own rules; `unknown` where only the server can tell
 * (a search, and who was mentioned).
 */
export function belongs(query: ListQuery, conversation: Conversation, agentId: string): boolean | 'unknown' {
  if (query.language && query.language !== conversation.language) return false;
  if (query.channel && query.channel !== conversation.channel) return false;
  if (query.customerId && query.customerId !== conversation.customer.id) return false;
  if (query.q) return 'unknown';
  // A customer's own list is all of theirs, whatever the view.
  if (query.customerId) return true;
  const open = conversation.state !== 'closed';
  switch (query.view) {
    case 'mine':
      return open && conversation.assigneeId === agentId;
    case 'unassigned':
      return open && conversation.state !== 'bot' && conversation.assigneeId === null;
    case 'assistant':
      return conversation.state === 'bot';
    case 'closed':
      return !open;
    case 'mentions':
      return 'unknown';
    default:
      return open && (query.view === 'all' || query.view === `team:${conversation.teamId}`);
  }
}

/**
 * Puts a conversation where it now stands in the loaded part of a list, or takes it out. Where one falls behind the last that is
 * loaded it is left out: the next page brings it.
 */
export function place(
  items: readonly Conversation[],
  conversation: Conversation,
  options: { belongs: boolean | 'unknown'; complete: boolean },
): readonly Conversation[] {
  const index = items.findIndex((item) => item.id === conversation.id);
  const held = items[index];
  if (held && held.version > conversation.version) return items;
  if (options.belongs === false) return index < 0 ? items : items.toSpliced(index, 1);
  if (options.belongs === 'unknown' && !held) return items;
  if (held && held.lastActivityAt === conversation.lastActivityAt) return items.with(index, conversation);
  const others = index < 0 ? items : items.toSpliced(index, 1);
  const at = others.findIndex((other) => compareActivity(conversation, other) < 0);
  if (at >= 0) return others.toSpliced(at, 0, conversation);
  return options.complete || others.length === 0 ? [...others, conversation] : others;
}

/** Takes a conversation out; a list whose members only the server knows is fetched again in case it comes back. */
export function without(list: ListState, conversationId: string): ListState {
  const items = list.items.filter((item) => item.id !== conversationId);
  if (items.length === list.items.length) return list;
  const uncertain = Boolean(list.query.q) || list.query.view === 'mentions';
  return { ...list, items, stale: list.stale || uncertain };
}
