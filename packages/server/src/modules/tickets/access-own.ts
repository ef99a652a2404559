import type { CustomerActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { isOwn } from './portal-rules.ts';
import type { TicketRecord } from './ticket.ts';
import { findTicket, lockTickets } from './ticket-store.ts';

/** The ticket if it is the customer's own; otherwise the same refusal as if it were not there (`ticket.not_found`). */
export async function accessOwn(reader: Reader, actor: CustomerActor, id: string): Promise<TicketRecord> {
  return letIn(actor, await findTicket(reader, id));
}

/** The same, held until the end of the transaction. */
export async function lockOwn(tx: Tx, actor: CustomerActor, id: string): Promise<TicketRecord> {
  return letIn(actor, (await lockTickets(tx, [id])).get(id));
}

function letIn(actor: CustomerActor, ticket: TicketRecord | undefined): TicketRecord {
  if (!ticket || ticket.customerId !== actor.id || !isOwn(ticket)) throw fail('ticket.not_found');
  return ticket;
}
