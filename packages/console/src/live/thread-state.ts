import type { Message } from '@fairlead/contract';

/** What is held of one thread: a gapless stretch that ends where the client last looked. */
export interface ThreadState {
  /** In the order of `seq`, without gaps. */
  readonly messages: readonly Message[];
  /** The thread's first message is among them. */
  readonly reachedStart: boolean;
  /** The highest `seq` that anything has told of; above the last message held, something is missing. */
  readonly knownSeq: number;
  /** It left what this agent may see; cleared when news of it comes again. */
  readonly gone: boolean;
}

export const emptyThread: ThreadState = { messages: [], reachedStart: false, knownSeq: 0, gone: false };

/** The last `seq` held, 0 when none. */
export function lastSeqOf(thread: ThreadState): number {
  return thread.messages.at(-1)?.seq ?? 0;
}

/** Whether messages are known to exist that are not held: fetch those after lastSeqOf. */
export function needsFetch(thread: ThreadState): boolean {
  return thread.knownSeq > lastSeqOf(thread);
}

/** Notes that the thread reaches at least `seq`, and that this agent may see it. */
export function withKnownSeq(thread: ThreadState, seq: number): ThreadState {
  if (seq <= thread.knownSeq && !thread.gone) return thread;
  return { ...thread, knownSeq: Math.max(thread.knownSeq, seq), gone: false };
}

/** Takes in one message. One that is held already changes nothing; one beyond a gap is only noted, and fetched later. */
export function withPosted(thread: ThreadState, message: Message): ThreadState {
  const known = withKnownSeq(thread, message.seq);
  if (message.seq !== lastSeqOf(thread) + 1) return known;
  return {
    ...known,
    messages: [...thread.messages, message],
    reachedStart: thread.reachedStart || message.seq === 1,
  };
}

/** Replaces a message that is held, such as one whose delivery went on. */
export function withChanged(thread: ThreadState, message: Message): ThreadState {
  const index = thread.messages.findIndex((held) => held.id === message.id);
  if (index < 0) return thread;
  return { ...thread, messages: thread.messages.with(index, message) };
}

/**
 * Takes in a fetched stretch. It replaces what it covers and extends what it touches; a stretch that leaves a gap behind it
 * takes the place of everything, because only a gapless thread can be shown.
 */
export function withStretch(thread: ThreadState, items: readonly Message[], knownSeq: number): ThreadState {
  const known = withKnownSeq(thread, Math.max(knownSeq, items.at(-1)?.seq ?? 0));
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last)
    return known.messages.length === 0 && knownSeq === 0 ? { ...known, reachedStart: true } : known;
  const held = thread.messages;
  const touches =
    held.length > 0 && first.seq <= lastSeqOf(thread) + 1 && last.seq >= (held[0]?.seq ?? 0) - 1;
  const messages = touches
    ? [
        ...held.filter((message) => message.seq < first.seq),
        ...items,
        ...held.filter((message) => message.seq > last.seq),
      ]
    : items;
  return { ...known, messages, reachedStart: messages[0]?.seq === 1 };
}
