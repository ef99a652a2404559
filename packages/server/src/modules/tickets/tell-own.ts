import type { PortalTicket } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { lockOwn } from './access-own.ts';
import { saveAddress } from './portal-store.ts';
import { presentOwn } from './present-own.ts';
import { refuseClosed } from './ticket-rules.ts';

/** A customer chooses where letters about their ticket go, or that there be none. Throws `ticket.closed`. */
export async function tellOwn(
  tx: Tx,
  actor: CustomerActor,
  id: string,
  email: string | null,
): Promise<PortalTicket> {
  const ticket = await lockOwn(tx, actor, id);
  refuseClosed(ticket);
  await saveAddress(tx, id, email);
  return presentOwn(tx, ticket);
}
