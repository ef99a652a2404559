import type { TicketStatus } from '@fairlead/contract';
import type { Actor, AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTicket } from './change-tickets.ts';
import { missingToSolve } from './forms/form-rules.ts';
import { readFormBook } from './forms/read-forms.ts';
import type { TicketRecord } from './ticket.ts';
import { decideStatus } from './ticket-rules.ts';
import { countWaitedFor } from './ticket-store.ts';
import { withoutGone } from './without-gone.ts';

/** An agent moves a ticket to a status. In the one that it has already, it changes and announces nothing. */
export async function setStatus(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  id: string,
  status: TicketStatus,
): Promise<ChangedTicket> {
  const before = await lockTicket(tx, actor, id);
  const decided = decideStatus(before, status, tx.now);
  const after = decided && (await withoutGone(tx, before, decided));
  if (after) await refuseWhileWaiting(tx, after);
  if (after) await refuseUnfilled(tx, actor, after);
  return changeTicket(tx, platform, { actor, before, after });
}

/**
 * An agent does not solve a ticket while a field is empty that its form says must not be then; rules and customers may, and so may who looks
 * after a tracker, which nobody fills in. Throws `ticket.solve_needs_field`.
 */
export async function refuseUnfilled(reader: Reader, actor: Actor, after: TicketRecord): Promise<void> {
  if (after.status !== 'solved' || actor.type !== 'agent' || after.isTracker) return;
  const field = missingToSolve(await readFormBook(reader), after.category, after.fields);
  if (field) throw fail('ticket.solve_needs_field', { field });
}

/** A ticket is not solved while it waits for children. Throws `ticket.waits_for_children`. */
export async function refuseWhileWaiting(reader: Reader, after: TicketRecord): Promise<void> {
  if (after.status !== 'solved') return;
  const count = await countWaitedFor(reader, after.id);
  if (count > 0) throw fail('ticket.waits_for_children', { count });
}
