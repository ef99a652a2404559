import type { Database } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import { type Handled, learnHandling } from './handling-times.ts';
import { heldSince, readHandlingTimes, saveHandlingTimes, takeTurn } from './routing-store.ts';

/** A conversation that was closed, as its event says. */
type Closed = Event<{ before: { teamId: string; accepted: boolean }; reason: string }>;

/** Remembers how long agents held conversations, from which the next customers are told how long they will wait. */
export async function learnHandlingTimes(database: Database, closed: readonly Closed[]): Promise<void> {
  // Spam and duplicates are closed at a glance and say nothing about the next real one.
  const real = closed.filter(
    ({ payload }) => payload.before.accepted && payload.reason !== 'spam' && payload.reason !== 'duplicate',
  );
  if (real.length === 0) return;
  await database.write(async (tx) => {
    await takeTurn(tx);
    const handled: Handled[] = [];
    for (const { subjectId, occurredAt, payload } of real) {
      const since = await heldSince(tx, subjectId, occurredAt);
      if (!since) continue;
      const minutes = (occurredAt.getTime() - since.getTime()) / 60_000;
      handled.push({ teamId: payload.before.teamId, conversationId: subjectId, minutes });
    }
    if (handled.length === 0) return;
    await saveHandlingTimes(tx, learnHandling(await readHandlingTimes(tx), handled));
  });
}
