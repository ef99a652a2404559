import type { DeadLetter } from '@fairlead/contract';
import type { Reader } from './database/database.ts';
import { listDeadLetters } from './events/event-store.ts';
import { listDeadJobs } from './jobs/dead-job-store.ts';
import { withoutAddresses } from './log/error-in-log.ts';

const listed = 200;

/** What was given up after every retry, newest first: events that a subscriber did not take in, and jobs that were never done. */
export async function readDeadLetters(reader: Reader): Promise<DeadLetter[]> {
  const [events, jobs] = [await listDeadLetters(reader, listed), await listDeadJobs(reader, listed)];
  const letters = [
    ...events.map((row) => ({
      kind: 'event' as const,
      id: row.id,
      eventId: row.event_id,
      eventType: row.type,
      subscriber: row.subscriber,
      error: row.error,
      attempts: row.attempts,
      occurredAt: row.occurred_at,
      failedAt: row.failed_at,
    })),
    ...jobs.map(({ id, sourceId, name, error, attempts, orderedAt, failedAt }) => ({
      kind: 'job' as const,
      id,
      eventId: sourceId,
      eventType: name,
      subscriber: 'jobs',
      error,
      attempts,
      occurredAt: orderedAt,
      failedAt,
    })),
  ];
  return letters
    .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
    .slice(0, listed)
    .map((letter) => ({
      ...letter,
      // Of what earlier releases kept, or the queue says by itself, addresses are blanked here.
      error: withoutAddresses(letter.error),
      occurredAt: letter.occurredAt.toISOString(),
      failedAt: letter.failedAt.toISOString(),
    }));
}
