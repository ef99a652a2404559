import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { type ConversationRecord, lockForAgents } from '../conversations/index.ts';
import { requireAgent } from '../people/index.ts';
import type { ChangedTicket } from './change-tickets.ts';
import { openTickets } from './open-ticket.ts';
import { planTicket, type TicketBody } from './plan-ticket.ts';
import { sortThreads } from './sort-thread.ts';

/** A ticket that an agent opens on a conversation. */
export interface ThreadOpening {
  readonly actor: AgentActor;
  readonly conversationId: string;
  readonly body: TicketBody;
}

/**
 * Opens tickets on conversations: what came of each, or its refusal, in their order. Of two on one conversation the first is opened. Throws
 * `people.team_not_found` for all.
 */
export async function openOnThreads(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  openings: readonly ThreadOpening[],
): Promise<Array<ChangedTicket | Failure | undefined>> {
  // Held, so that they go nowhere before their tickets are there to go along.
  const threads = await lockForAgents(
    tx,
    openings.map(({ actor, conversationId: id }) => ({ actor, id })),
  );
  const outcomes = new Map<ThreadOpening, ChangedTicket | Failure | undefined>();
  const allowed: Array<{ opening: ThreadOpening; conversation: ConversationRecord }> = [];
  for (const [index, opening] of openings.entries()) {
    const conversation = threads[index];
    const refusal = conversation ? await refusalOf(tx, opening.body) : fail('conversation.not_found');
    if (conversation && !refusal) allowed.push({ opening, conversation });
    else outcomes.set(opening, refusal);
  }
  const sorted = await sortThreads(
    tx,
    allowed.map(({ opening: { body }, conversation }) => ({ ...body, conversation })),
  );
  const opened = await openTickets(
    tx,
    platform,
    allowed.map(({ opening: { actor, body }, conversation }, index) => ({
      actor,
      input: planTicket(actor, body, { conversation, ...sorted[index] }),
    })),
  );
  for (const [index, { opening }] of allowed.entries()) outcomes.set(opening, opened[index]);
  return openings.map((it) => outcomes.get(it));
}

/** Why it cannot be given to whom it names. */
async function refusalOf(reader: Reader, { assigneeId }: TicketBody): Promise<Failure | undefined> {
  try {
    if (assigneeId) await requireAgent(reader, assigneeId);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
