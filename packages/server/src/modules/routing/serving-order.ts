import type { ConversationRecord } from '../conversations/index.ts';

const minute = 60_000;
/** How much longer a conversation counts as having waited for each offer that was not taken up. */
const headStart = 5 * minute;
/** Further lapses add nothing: whoever has waited 15 minutes longer is served first, however often the other lapsed. */
const countedLapses = 3;
/** How much longer a conversation counts as having waited when all is at risk; less risk, less. */
const riskStart = 30 * minute;
/** The most that both together count. */
const mostStart = 30 * minute;

type Place = Pick<ConversationRecord, 'id' | 'queuedAt' | 'priority'> & {
  /** How much money is at risk, 0 to 100. */
  readonly risk?: number;
};

/**
 * The queue in the order in which it is served: oldest first, each lapsed offer counting as five minutes of waiting, at most
 * fifteen, and money at risk as up to thirty, at most thirty together. Because the head start is bounded, nobody can be overtaken
 * for ever.
 */
export function inServingOrder<T extends Place>(queue: readonly T[], now: Date): T[] {
  const ofLapses = (it: Place) => Math.min(Math.max(it.priority, 0), countedLapses) * headStart;
  const ofRisk = (it: Place) => (Math.min(Math.max(it.risk ?? 0, 0), 100) / 100) * riskStart;
  const since = (it: Place) =>
    (it.queuedAt ?? now).getTime() - Math.min(ofLapses(it) + ofRisk(it), mostStart);
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
