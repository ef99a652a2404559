import type { Agent, AgentEvent, Conversation, Me } from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';
import { agentsQuery, meQuery } from '../queries.ts';
import { isNews, withPlaced } from './apply-event.ts';
import { conversationKeys, type ListPages } from './conversation-queries.ts';
import { fetchDrafts } from './draft-to-cache.ts';
import { type ListQuery, type ListState, without } from './list-state.ts';
import { repack } from './repack.ts';
import { putAlert, putClocks } from './sla-queries.ts';
import { needsFetch, type ThreadState, withChanged, withKnownSeq, withPosted } from './thread-state.ts';
import { ticketFormsQuery } from './ticket-queries.ts';
import { fetchEvidenceOf, putTicket, removeTicket } from './ticket-to-cache.ts';
import { putTranslation } from './translation-to-cache.ts';

/** Applies an event to everything the cache holds, by the same rules as `apply` does to a state. */
export function applyToCache(client: QueryClient, agentId: string, event: AgentEvent): void {
  switch (event.type) {
    case 'message.posted': {
      const { message, conversation } = event;
      changeThread(client, conversation.id, (thread) =>
        withKnownSeq(withPosted(thread, message), conversation.lastSeq),
      );
      fetchEvidenceOf(client, conversation.id);
      return putConversation(client, agentId, conversation);
    }
    case 'message.changed':
      return changeThread(client, event.message.conversationId, (thread) =>
        withChanged(thread, event.message),
      );
    case 'conversation.changed': {
      const { conversation } = event;
      changeThread(client, conversation.id, (thread) => withKnownSeq(thread, conversation.lastSeq));
      return putConversation(client, agentId, conversation);
    }
    case 'conversation.removed': {
      const id = event.conversationId;
      changeThread(client, id, (thread) => ({ ...thread, gone: true }));
      client.removeQueries({ queryKey: conversationKeys.one(id), type: 'inactive' });
      return changeLists(client, (list) => without(list, id));
    }
    case 'presence.changed':
      return changePresence(client, event);
    case 'mentioned':
      return changeLists(client, (list) => ({
        ...list,
        stale: list.stale || list.query.view === 'mentions',
      }));
    case 'ticket.changed':
      return putTicket(client, event.ticket);
    case 'ticket.removed':
      return removeTicket(client, event.ticketId);
    case 'ticket_form.changed':
      return void client.invalidateQueries({ queryKey: ticketFormsQuery.queryKey });
    case 'sla.changed':
      return putClocks(client, event);
    case 'sla.alert':
      return putAlert(client, event.alert);
    case 'draft.changed':
      return fetchDrafts(client, event);
    case 'message.translated':
      return putTranslation(client, event.translation);
    case 'customer.typing':
    case 'viewers.changed':
      return;
  }
}

/** Puts a conversation everywhere it is shown, if it is news. */
export function putConversation(client: QueryClient, agentId: string, conversation: Conversation): void {
  client.setQueryData<Conversation>(conversationKeys.one(conversation.id), (held) =>
    // Without an entry nobody looks at it alone, and lists hold their own copies.
    held && isNews(held, conversation) ? conversation : held,
  );
  changeLists(client, (list) => withPlaced(list, conversation, agentId));
}

/** Threads that are known to lack messages. */
export function threadsWithGaps(client: QueryClient): string[] {
  return client
    .getQueriesData<ThreadState>({ queryKey: conversationKeys.threads })
    .flatMap(([key, thread]) => (thread && needsFetch(thread) ? [key[2] as string] : []));
}

function changeThread(client: QueryClient, id: string, change: (thread: ThreadState) => ThreadState): void {
  client.setQueryData<ThreadState>(conversationKeys.thread(id), (thread) => thread && change(thread));
}

/** Changes every list that the cache holds. */
export function changeLists(client: QueryClient, change: (list: ListState) => ListState): void {
  for (const [key, pages] of client.getQueriesData<ListPages>({ queryKey: conversationKeys.lists })) {
    if (!pages) continue;
    const last = pages.pages.at(-1);
    const before: ListState = {
      query: key[2] as ListQuery,
      items: pages.pages.flatMap((page) => page.items),
      complete: last?.next === null,
      stale: false,
    };
    const after = change(before);
    if (after.items !== before.items) {
      client.setQueryData<ListPages>(key, { ...pages, pages: repack(pages.pages, after.items) });
    }
    if (after.stale) void client.invalidateQueries({ queryKey: key, exact: true });
  }
}

function changePresence(
  client: QueryClient,
  { agentId, presence, load }: Extract<AgentEvent, { type: 'presence.changed' }>,
): void {
  client.setQueryData<Agent[]>(agentsQuery.queryKey, (agents) =>
    agents?.map((agent) => (agent.id === agentId ? { ...agent, presence, load } : agent)),
  );
  client.setQueryData<Me>(meQuery.queryKey, (me) =>
    me?.agent.id === agentId ? { ...me, agent: { ...me.agent, presence, load } } : me,
  );
}
