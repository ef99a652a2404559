import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { accessTicket, lockTicket } from '../access-ticket.ts';
import type { TicketRecord } from '../ticket.ts';
import type { SideRecord } from './side.ts';
import { findSide, lockSide } from './side-store.ts';

/** Which side conversation of which ticket. */
export interface SidePlace {
  readonly id: string;
  readonly sideId: string;
}

/**
 * A side conversation of a ticket that the agent may see. Throws `ticket.not_found` for a ticket that they may not, and
 * `ticket.side_not_found` where that has none of this id.
 */
export async function accessSide(
  reader: Reader,
  actor: AgentActor,
  { id, sideId }: SidePlace,
): Promise<SideRecord> {
  const ticket = await accessTicket(reader, actor, id);
  return ofTicket(ticket, await findSide(reader, sideId));
}

/** The same with its ticket, both held until the end of the transaction. */
export async function lockSideFor(
  tx: Tx,
  actor: AgentActor,
  { id, sideId }: SidePlace,
): Promise<{ ticket: TicketRecord; side: SideRecord }> {
  const ticket = await lockTicket(tx, actor, id);
  return { ticket, side: ofTicket(ticket, await lockSide(tx, sideId)) };
}

function ofTicket(ticket: TicketRecord, side: SideRecord | undefined): SideRecord {
  if (side?.ticketId !== ticket.id) throw fail('ticket.side_not_found');
  return side;
}
