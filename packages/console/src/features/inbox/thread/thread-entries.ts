import type { Message, PrivateLinkView } from '@fairlead/contract';
import type { ThreadState } from '../../../live/thread-state.ts';
import type { Outgoing } from '../outbox/outgoing.ts';

/** The public conversation that a private chat goes on from. */
export type PublicEnd = NonNullable<PrivateLinkView['from']>;

/** One line of the thread as it is drawn. `key` is stable, also when older messages are loaded before it. */
export type ThreadEntry =
  /** What was said in public before the thread, a private chat, went on from there. */
  | { kind: 'public'; key: string; from: PublicEnd }
  | { kind: 'day'; key: string; moment: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system'; key: string; message: Message }
  /** `first` and `last` of a group by one author: only the first says who, only the last says when. */
  | { kind: 'message'; key: string; message: Message; first: boolean; last: boolean }
  | { kind: 'outgoing'; key: string; item: Outgoing };

/** Messages of one author that are no further apart are one group. */
const groupSpan = 5 * 60_000;

/**
 * Lays a thread out: days, groups, where the unread begins, and what is still on its way. The day of the first message is only
 * told once nothing can come before it: a line that moved up with every stretch loaded would take the reader with it.
 */
export function threadEntries(
  { messages, reachedStart }: Pick<ThreadState, 'messages' | 'reachedStart'>,
  outgoing: readonly Outgoing[],
  unreadAfter: number | null,
  from: PublicEnd | null = null,
): ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  if (from && reachedStart) entries.push({ kind: 'public', key: 'public', from });
  let day = '';
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const ownDay = new Date(message.createdAt).toDateString();
    const newDay = ownDay !== day;
    day = ownDay;
    if (newDay && (before || reachedStart))
      entries.push({ kind: 'day', key: `day-${ownDay}`, moment: message.createdAt });
    const unread = unreadAfter !== null && message.seq > unreadAfter && (before?.seq ?? 0) <= unreadAfter;
    if (unread && index > 0) entries.push({ kind: 'unread', key: 'unread' });
    if (message.kind === 'system') return entries.push({ kind: 'system', key: message.id, message });
    const first = newDay || (unread && index > 0) || !before || !together(before, message);
    const unreadNext = unreadAfter !== null && message.seq === unreadAfter;
    const last = !after || unreadNext || !together(message, after) || !sameDay(message, after);
    entries.push({ kind: 'message', key: message.id, message, first, last });
  });
  for (const item of outgoing) entries.push({ kind: 'outgoing', key: item.key, item });
  return entries;
}

function together(a: Message, b: Message): boolean {
  return (
    a.kind === b.kind &&
    a.publicOn === b.publicOn &&
    a.author.type === b.author.type &&
    a.author.id === b.author.id &&
    Date.parse(b.createdAt) - Date.parse(a.createdAt) < groupSpan
  );
}

function sameDay(a: Message, b: Message): boolean {
  return new Date(a.createdAt).toDateString() === new Date(b.createdAt).toDateString();
}
