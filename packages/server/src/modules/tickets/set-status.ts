import type { TicketStatus } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTicket } from './change-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { decideStatus } from './ticket-rules.ts';
import { countWaitedFor } from './ticket-store.ts';

/** An agent moves a ticket to a status. In the one that it has already, it changes and announces nothing. */
export async function setStatus(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  id: string,
  status: TicketStatus,
): Promise<ChangedTicket> {
  const before = await lockTicket(tx, actor, id);
  const after = decideStatus(before, status, tx.now);
  if (after) await refuseWhileWaiting(tx, after);
  return changeTicket(tx, platform, { actor, before, after });
}

/** A ticket is not solved while it waits for children. Throws `ticket.waits_for_children`. */
export async function refuseWhileWaiting(reader: Reader, after: TicketRecord): Promise<void> {
  if (after.status !== 'solved') return;
  const count = await countWaitedFor(reader, after.id);
  if (count > 0) throw fail('ticket.waits_for_children', { count });
}
