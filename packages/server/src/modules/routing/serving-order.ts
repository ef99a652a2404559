import type { ConversationRecord } from '../conversations/index.ts';

const minute = 60_000;
/** How much longer a conversation counts as having waited for each offer that was not taken up. */
const headStart = 5 * minute;
/** Further lapses add nothing: whoever has waited 15 minutes longer is served first, however often the other lapsed. */
const countedLapses = 3;

type Place = Pick<ConversationRecord, 'id' | 'queuedAt' | 'priority'>;

/**
 * The queue in the order in which it is served: oldest first, each lapsed offer counting as five minutes of waiting, at most
 * fifteen. Because the head start is bounded, nobody can be overtaken for ever.
 */
export function inServingOrder<T extends Place>(queue: readonly T[], now: Date): T[] {
  const since = (it: Place) =>
    (it.queuedAt ?? now).getTime() - Math.min(Math.max(it.priority, 0), countedLapses) * headStart;
  return queue
    .map((it) => ({ it, since: since(it), queuedAt: (it.queuedAt ?? now).getTime() }))
    .sort((a, b) => a.since - b.since || a.queuedAt - b.queuedAt || compareIds(a.it.id, b.it.id))
    .map(({ it }) => it);
}

/** Ids are compared as written, never by a locale, so that every node decides alike. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
