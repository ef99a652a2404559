import type { CustomerConversation, CustomerMessage } from '@fairlead/contract';
import type { Pending } from './pending.ts';
import { extendThread, type Thread } from './thread.ts';

/** All conversations of the customer, and what they wrote that is not stored yet, in order. */
export interface ThreadState {
  readonly threads: Readonly<Record<string, Thread>>;
  readonly pending: readonly Pending[];
}

export type ThreadAction =
  | { type: 'listed'; conversations: readonly CustomerConversation[] }
  /** Messages with their conversation: from an event, or a fetched stretch. */
  | { type: 'arrived'; items: readonly CustomerMessage[]; conversation: CustomerConversation }
  | { type: 'changed'; conversation: CustomerConversation }
  | { type: 'written'; pending: Pending }
  | { type: 'marked'; key: string; state: Pending['state']; error?: Pending['error'] }
  | { type: 'discarded'; key: string }
  | { type: 'acknowledged'; key: string; message: CustomerMessage; conversation: CustomerConversation };

export const emptyThreads: ThreadState = { threads: {}, pending: [] };

/** The next state. Order and repetition of what arrives do not matter: the same facts give the same state. */
export function reduceThreads(state: ThreadState, action: ThreadAction): ThreadState {
  switch (action.type) {
    case 'listed':
      return action.conversations.reduce((next, it) => extend(next, [], it), state);
    case 'changed':
      return extend(state, [], action.conversation);
    case 'arrived':
      return matchEchoes(extend(state, action.items, action.conversation), action.items);
    case 'written':
      return { ...state, pending: [...state.pending, action.pending] };
    case 'marked':
      return change(state, action.key, { state: action.state, error: action.error ?? null });
    case 'discarded':
      return { ...state, pending: state.pending.filter(({ key }) => key !== action.key) };
    case 'acknowledged':
      return acknowledge(state, action);
  }
}

function extend(
  state: ThreadState,
  items: readonly CustomerMessage[],
  conversation: CustomerConversation,
): ThreadState {
  const before = state.threads[conversation.id];
  const after = extendThread(before, items, conversation);
  return before === after ? state : { ...state, threads: { ...state.threads, [conversation.id]: after } };
}

function change(state: ThreadState, key: string, to: Partial<Pending>): ThreadState {
  return { ...state, pending: state.pending.map((it) => (it.key === key ? { ...it, ...to } : it)) };
}

/**
 * An own message may arrive as an event before its acknowledgement, and an event does not say the key. So that it is not seen twice, the
 * first pending message of the same content steps aside for it until the acknowledgement settles the matter.
 */
function matchEchoes(state: ThreadState, items: readonly CustomerMessage[]): ThreadState {
  let { pending } = state;
  for (const message of items) {
    if (message.author.type !== 'customer' || pending.some(({ echoId }) => echoId === message.id)) continue;
    const match = pending.find((it) => it.echoId === null && it.state !== 'failed' && isEcho(it, message));
    if (match) pending = pending.map((it) => (it === match ? { ...it, echoId: message.id } : it));
  }
  return pending === state.pending ? state : { ...state, pending };
}

function isEcho(pending: Pending, message: CustomerMessage): boolean {
  return (
    pending.conversationId === message.conversationId &&
    message.seq > pending.afterSeq &&
    pending.text.trim() === message.text.trim() &&
    pending.attachments.map(({ id }) => id).join() === message.attachments.map(({ id }) => id).join()
  );
}

/**
 * The server stored it, perhaps in another conversation than it was meant for (a new one, or one that was open already): what still waits
 * for the same place follows it there.
 */
function acknowledge(state: ThreadState, action: ThreadAction & { type: 'acknowledged' }): ThreadState {
  const { key, message, conversation } = action;
  const stored = extend(state, [message], conversation);
  const done = state.pending.find((it) => it.key === key);
  const from = done?.conversationId;
  const pending = state.pending
    .filter((it) => it !== done)
    .map((it) => {
      if (done === undefined || it.conversationId !== from || from === conversation.id) return it;
      return { ...it, conversationId: conversation.id, afterSeq: 0, echoId: null };
    });
  return { ...stored, pending };
}
