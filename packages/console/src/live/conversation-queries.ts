import { type Conversation, endpoints, type ResponseOf } from '@fairlead/contract';
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { call, queryClient } from '../api.ts';
import { isNews } from './apply-event.ts';
import type { ListQuery } from './list-state.ts';
import { emptyThread, lastSeqOf, type ThreadState, withStretch } from './thread-state.ts';

type ListPage = ResponseOf<typeof endpoints.conversations.list>;
/** A list as the cache holds it. */
export type ListPages = InfiniteData<ListPage, string | undefined>;

const pageSize = 50;
const stretchSize = 100;
/** Beyond so many requests it is quicker, and for the reader better, to begin again at the end. */
const longestCatchUp = 5;

/** Keys of everything about conversations, so that all of it can be fetched again at once. */
export const conversationKeys = {
  all: ['conversations'] as const,
  lists: ['conversations', 'list'] as const,
  counts: ['conversations', 'counts'] as const,
  one: (id: string) => ['conversations', 'one', id] as const,
  threads: ['conversations', 'thread'] as const,
  thread: (id: string) => ['conversations', 'thread', id] as const,
};

/** A list of the inbox, page by page. Events keep it current, so it is not stale by age. */
export const listQuery = (query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: [...conversationKeys.lists, query] as const,
    queryFn: ({ pageParam, signal }): Promise<ListPage> => {
      const asked = { ...query, cursor: pageParam, limit: pageSize };
      return call(endpoints.conversations.list, { query: asked, signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPage) => page.next ?? undefined,
    staleTime: 60_000,
  });

/** How many open conversations each list holds. */
export const countsQuery = queryOptions({
  queryKey: conversationKeys.counts,
  queryFn: ({ signal }) => call(endpoints.conversations.counts, { signal }),
});

/** One conversation; of the answer and what events brought meanwhile the newer is kept. */
export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.one(id),
    queryFn: async ({ signal }) => {
      const fetched = await call(endpoints.conversations.get, { params: { id }, signal });
      const held = queryClient.getQueryData<Conversation>(conversationKeys.one(id));
      return held && !isNews(held, fetched) ? held : fetched;
    },
    placeholderData: () => findListed(queryClient, id),
  });

/** A thread: at first its end, and with every further fetch what came after it. */
export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.thread(id),
    queryFn: ({ signal }) => catchUp(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 15 * 60_000,
  });

/** Fetches the stretch before what is held. */
export async function loadOlder(id: string): Promise<void> {
  const first = queryClient.getQueryData<ThreadState>(conversationKeys.thread(id))?.messages[0];
  if (!first || first.seq === 1) return;
  const { items } = await call(endpoints.conversations.messages, {
    params: { id },
    query: { before: first.seq, limit: stretchSize },
  });
  // The thread may have grown meanwhile.
  queryClient.setQueryData<ThreadState>(
    conversationKeys.thread(id),
    (now) => now && (items.length > 0 ? withStretch(now, items, 0) : { ...now, reachedStart: true }),
  );
}

async function catchUp(id: string, signal: AbortSignal): Promise<ThreadState> {
  const key = conversationKeys.thread(id);
  const held = () => queryClient.getQueryData<ThreadState>(key) ?? emptyThread;
  const stretch = (query: { after?: number; limit: number }) =>
    call(endpoints.conversations.messages, { params: { id }, query, signal });

  const before = held();
  // A message that was on its way may have been sent or have failed while nobody told us.
  const undecided = before.messages.find((message) => message.delivery?.state === 'queued');
  let after = undecided ? undecided.seq - 1 : lastSeqOf(before);
  if (after === 0) {
    const { items, conversation } = await stretch({ limit: stretchSize });
    takeConversation(queryClient, conversation);
    return withStretch(held(), items, conversation.lastSeq);
  }
  let fetched: ThreadState['messages'] = [];
  for (let round = 0; round < longestCatchUp; round++) {
    const { items, conversation } = await stretch({ after, limit: stretchSize });
    fetched = [...fetched, ...items];
    after = items.at(-1)?.seq ?? after;
    if (after >= conversation.lastSeq || items.length === 0) {
      takeConversation(queryClient, conversation);
      return withStretch(held(), fetched, after);
    }
  }
  const { items, conversation } = await stretch({ limit: stretchSize });
  takeConversation(queryClient, conversation);
  return withStretch(emptyThread, items, conversation.lastSeq);
}

/** Keeps a conversation that some answer brought, if it is newer than the held one. */
function takeConversation(client: QueryClient, conversation: Conversation): void {
  client.setQueryData<Conversation>(conversationKeys.one(conversation.id), (held) =>
    isNews(held, conversation) ? conversation : held,
  );
}

/** A conversation as far as anything on screen knows it. */
export function heldConversation(client: QueryClient, id: string): Conversation | undefined {
  return client.getQueryData<Conversation>(conversationKeys.one(id)) ?? findListed(client, id);
}

function findListed(client: QueryClient, id: string): Conversation | undefined {
  for (const [, pages] of client.getQueriesData<ListPages>({ queryKey: conversationKeys.lists })) {
    for (const page of pages?.pages ?? []) {
      const found = page.items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return undefined;
}
