import type { CustomerConversation, CustomerMessage } from '@fairlead/contract';

/** What is known of one conversation. */
export interface Thread {
  readonly conversation: CustomerConversation;
  /** Gapless by `seq`; empty until something of it was fetched. */
  readonly messages: readonly CustomerMessage[];
  /** Came beyond a gap, and wait for what is between. */
  readonly ahead: readonly CustomerMessage[];
}

const bySeq = (a: CustomerMessage, b: CustomerMessage) => a.seq - b.seq;

/** The thread with more messages, in whatever order and however often they come, and with the conversation if it is newer. */
export function extendThread(
  thread: Thread | undefined,
  items: readonly CustomerMessage[],
  conversation: CustomerConversation,
): Thread {
  const newer =
    !thread || conversation.version > thread.conversation.version ? conversation : thread.conversation;
  const known = new Map<number, CustomerMessage>();
  for (const it of [...(thread?.messages ?? []), ...(thread?.ahead ?? []), ...items]) {
    if (!known.has(it.seq)) known.set(it.seq, it);
  }
  if (thread && known.size === thread.messages.length + thread.ahead.length) {
    return newer === thread.conversation ? thread : { ...thread, conversation: newer };
  }
  const all = [...known.values()].sort(bySeq);
  // The run that is shown grows from what was shown before, or else ends with the newest.
  const anchor = thread?.messages[0]?.seq ?? all.at(-1)?.seq ?? 0;
  let first = anchor;
  let last = anchor;
  while (known.has(first - 1)) first--;
  while (known.has(last + 1)) last++;
  return {
    conversation: newer,
    messages: all.filter(({ seq }) => seq >= first && seq <= last),
    ahead: all.filter(({ seq }) => seq > last),
  };
}

/** The `seq` after which messages are missing, or null when none is, or when nothing was fetched yet. */
export function missingAfter(thread: Thread): number | null {
  const last = thread.messages.at(-1)?.seq;
  if (last === undefined) return null;
  return thread.ahead.length > 0 || thread.conversation.lastSeq > last ? last : null;
}

/**
 * How many messages from us the customer has not read. Where none were fetched the marks alone cannot say it: they count the system's lines
 * too, which nobody waits for. All that is known then is who wrote last, and that a thread in which nothing came after it was closed ends with the
 * line that says so, so it is one or none: true enough to be loaded, and counted, as far as the customer has few such threads.
 */
export function unreadOf({ conversation, messages }: Thread): number {
  const { readSeq, lastSeq, closedAt, lastActivityAt, preview } = conversation;
  const first = messages[0]?.seq;
  if (first === undefined) {
    // News may come after that line, or begin a thread that is closed.
    const endsWithLine = lastSeq > 1 && closedAt === lastActivityAt;
    const said = lastSeq - readSeq - (endsWithLine ? 1 : 0);
    return said > 0 && preview?.mine === false ? 1 : 0;
  }
  const unseen = Math.max(0, first - 1 - readSeq);
  return unseen + messages.filter(({ seq, author }) => seq > readSeq && /agent|bot/.test(author.type)).length;
}
