import type { CustomerConversation, CustomerMessage } from '@fairlead/contract';
import type { ChatState } from '../chat-state.ts';
import type { Api } from '../session/api.ts';
import type { Store } from '../store.ts';
import type { ThreadAction } from '../thread/thread-state.ts';

/** Seconds that the server holds a question to which there is no answer yet. */
const wait = 25;

/** One question over HTTP while there is no socket: it ends with news of what is looked at, or when its wait is over. */
export async function askOnce(
  on: {
    store: Store<ChatState>;
    api: Pick<Api, 'list' | 'messages'>;
    dispatch: (action: ThreadAction) => void;
    arrive: (items: readonly CustomerMessage[], conversation: CustomerConversation) => void;
    fetchThread: (id: string) => Promise<void>;
  },
  signal: AbortSignal,
): Promise<void> {
  const { view, talk } = on.store.get();
  const watched =
    (view.name === 'thread' && view.id && talk.threads[view.id]) ||
    Object.values(talk.threads).find(({ conversation }) => conversation.state !== 'closed');
  if (!watched) {
    on.dispatch({ type: 'listed', conversations: (await on.api.list()).items });
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    return;
  }
  const { conversation, messages } = watched;
  // What was never fetched has an end to begin with.
  if (messages.length === 0) return on.fetchThread(conversation.id);
  const after = messages.at(-1)?.seq ?? 0;
  const { version } = conversation;
  const stretch = await on.api.messages(conversation.id, { after, version, wait, limit: 200 }, signal);
  on.arrive(stretch.items, stretch.conversation);
}
