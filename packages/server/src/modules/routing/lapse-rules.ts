import type { Presence } from '@fairlead/contract';
import type { ConversationRecord } from '../conversations/index.ts';

/** How long a customer waits for an agent who has gone offline before somebody else is asked: shorter, and a lost network would shuffle threads. */
export const offlinePatience = 5 * 60_000;

type Offered = Pick<ConversationRecord, 'id' | 'inboxId' | 'assigneeId' | 'offeredAt'>;

/** A conversation to take from an agent who is not there. */
export interface Abandoned {
  readonly conversationId: string;
  readonly agentId: string;
  readonly waitingSince: Date;
}

/** Of conversations whose customers have waited longer than `offlinePatience`, those whose agent is offline. An agent who is away may be back. */
export function decideAbandoned(
  unanswered: ReadonlyArray<Pick<ConversationRecord, 'id' | 'assigneeId' | 'waitingSince'>>,
  presences: ReadonlyMap<string, Presence>,
): Abandoned[] {
  return unanswered.flatMap(({ id, assigneeId, waitingSince }) =>
    assigneeId && waitingSince && (presences.get(assigneeId) ?? 'offline') === 'offline'
      ? [{ conversationId: id, agentId: assigneeId, waitingSince }]
      : [],
  );
}

/** An offer to take back if it was made at `deadline` or before and is still not taken up. */
export interface Lapse {
  readonly conversationId: string;
  readonly deadline: Date;
  /** Its agent has gone offline. */
  readonly left: boolean;
}

/**
 * Which offers go back to the queue: those not taken up within their inbox's time, and at once those of agents who have gone
 * offline, since waiting for them is waiting for nobody. An agent who is away may be back in time.
 */
export function decideLapses(
  offered: readonly Offered[],
  acceptSeconds: ReadonlyMap<string, number>,
  presences: ReadonlyMap<string, Presence>,
  now: Date,
): Lapse[] {
  return offered.flatMap((it): Lapse[] => {
    if (!it.offeredAt || !it.assigneeId) return [];
    if ((presences.get(it.assigneeId) ?? 'offline') === 'offline') {
      return [{ conversationId: it.id, deadline: now, left: true }];
    }
    const seconds = acceptSeconds.get(it.inboxId);
    if (seconds === undefined) return [];
    const deadline = new Date(now.getTime() - seconds * 1000);
    return it.offeredAt <= deadline ? [{ conversationId: it.id, deadline, left: false }] : [];
  });
}
