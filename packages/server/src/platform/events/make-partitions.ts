import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import { ensurePartitions } from './event-store.ts';

/** This month and the next two. */
const months = 3;
/**
 * A new partition needs a moment in which nobody reads events. Whoever reads waits behind us meanwhile, so we wait briefly and try again: a relay
 * may hold a claim for as long as its subscribers take.
 */
const patience = { attempts: 10, lockMilliseconds: 1_000, pauseMilliseconds: 1_000 };

const never = new AbortController().signal;

const lockNotAvailable = '55P03';
/** The partition for all others holds events of that month already: they stay there. */
const checkViolation = '23514';

/**
 * Makes the partitions of events for this month and the next ones, where they are missing. Where that cannot be done now it says so and leaves
 * it to the next turn: until then such events go to the partition for all others, and none is lost.
 */
export async function makePartitions(
  { database, clock, log }: { database: Database; clock: Clock; log: Pick<Log, 'warn'> },
  { attempts, lockMilliseconds, pauseMilliseconds } = patience,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await database.write((tx) => ensurePartitions(tx, clock.now(), { months, lockMilliseconds }));
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== lockNotAvailable && code !== checkViolation) throw error;
      log.warn({ err: error, attempt }, 'partitions of events could not be made');
      if (code === checkViolation || attempt >= attempts) return;
      await clock.pause(pauseMilliseconds, never);
    }
  }
}
