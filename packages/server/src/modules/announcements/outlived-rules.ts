import type { AnnouncementState, TicketStatus } from '@fairlead/contract';

/** What of an announcement decides whether what it is about is over. */
export interface Lived {
  readonly state: AnnouncementState;
  /** When its last edition was published; null for none. */
  readonly publishedAt: Date | null;
  readonly trackers: ReadonlyArray<{ readonly status: TicketStatus; readonly statusAt: Date }>;
}

/**
 * Whether all that an announcement is about is solved, the last of it since its last edition: who published it corrects or withdraws it. An edition that came
 * later knew of it, and one that is being written will. Pure.
 */
export function isOutlived({ state, publishedAt, trackers }: Lived): boolean {
  if (publishedAt === null || (state !== 'published' && state !== 'corrected')) return false;
  const over = trackers.every(({ status }) => status === 'solved' || status === 'closed');
  return over && trackers.some(({ statusAt }) => statusAt > publishedAt);
}
