import type { Conversation } from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';
import { withPlaced } from './apply-event.ts';
import { conversationKeys } from './conversation-queries.ts';
import { changeLists } from './event-to-cache.ts';
import type { ThreadState } from './thread-state.ts';

/**
 * Shows a conversation as it will be once the server has answered, wherever it is on screen. Returns the way to put it back, to be called
 * with the answer, whatever it is, before the answer is applied. It puts back nothing once anything newer has arrived: the guess keeps the
 * version it was made of, so that all news is newer.
 */
export function showAtOnce(
  client: QueryClient,
  agentId: string,
  id: string,
  change: Partial<Conversation>,
): () => void {
  const key = conversationKeys.one(id);
  const before = client.getQueryData<Conversation>(key);
  if (!before) return () => {};
  const put = (conversation: Conversation) => {
    client.setQueryData<Conversation>(key, conversation);
    changeLists(client, (list) => withPlaced(list, conversation, agentId));
  };
  put({ ...before, ...change });
  // Asked for again, because the cache keeps a copy of its own.
  const guess = client.getQueryData<Conversation>(key);
  return () => {
    const gone = client.getQueryData<ThreadState>(conversationKeys.thread(id))?.gone ?? false;
    if (client.getQueryData<Conversation>(key) === guess && !gone) put(before);
  };
}
