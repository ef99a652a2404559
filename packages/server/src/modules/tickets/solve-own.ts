import type { PortalTicket } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockOwn } from './access-own.ts';
import { changeTicket } from './change-tickets.ts';
import { presentOwn } from './present-own.ts';
import { isActive, refuseClosed, withStatus } from './ticket-rules.ts';
import { countWaitedFor } from './ticket-store.ts';

/**
 * A customer says that their ticket is solved, whatever status it had. Throws `ticket.closed`, or `ticket.still_worked_on` while
 * others have to do their part: how the back office divides its work is not for customers.
 */
export async function solveOwn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  id: string,
): Promise<PortalTicket> {
  const before = await lockOwn(tx, actor, id);
  refuseClosed(before);
  const after = isActive(before) ? withStatus(before, 'solved', tx.now) : null;
  if (after && (await countWaitedFor(tx, id)) > 0) throw fail('ticket.still_worked_on');
  const { record } = await changeTicket(tx, platform, { actor, before, after });
  return presentOwn(tx, platform, record);
}
