import type { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announceAll, type EventType } from '../../platform/events/event.ts';
import { sessionEnded, type sessionEndReasons } from './events.ts';
import { removeSessions } from './session-store.ts';

type SessionEnd = z.infer<(typeof sessionEnded)['schema']>;

/**
 * Ends sessions of an account: one, all but one, or all. Their tokens are refused from the commit on, and their sockets close.
 * Answers how many there were.
 */
export async function endSessions(
  tx: Tx,
  actor: Actor,
  accountId: string,
  reason: (typeof sessionEndReasons)[number],
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const ended = await removeSessions(tx, accountId, which);
  await announceSessionEnds(
    tx,
    actor,
    ended.map((id) => ({ id, accountId })),
    reason,
  );
  return ended.length;
}

export function announceSessionEnds(
  tx: Tx,
  actor: Actor,
  sessions: ReadonlyArray<{ id: string; accountId: string }>,
  reason: SessionEnd['reason'],
): Promise<void> {
  return announceAll(
    tx,
    sessions.map(({ id, accountId }) => ({
      event: sessionEnded as EventType,
      subjectId: accountId,
      actor,
      payload: { sessionId: id, reason },
    })),
  );
}
