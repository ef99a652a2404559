import type { PortalTicket } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockOwn } from './access-own.ts';
import { changeTicket } from './change-tickets.ts';
import { presentOwn } from './present-own.ts';
import { refuseWhileWaiting } from './set-status.ts';
import { isActive, refuseClosed, withStatus } from './ticket-rules.ts';

/** A customer says that their ticket is solved, whatever status it had. Throws `ticket.closed` or `ticket.waits_for_children`. */
export async function solveOwn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  id: string,
): Promise<PortalTicket> {
  const before = await lockOwn(tx, actor, id);
  refuseClosed(before);
  const after = isActive(before) ? withStatus(before, 'solved', tx.now) : null;
  if (after) await refuseWhileWaiting(tx, after);
  const { record } = await changeTicket(tx, platform, { actor, before, after });
  return presentOwn(tx, platform, record);
}
