import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { ticketScopeOf } from './access-ticket.ts';
import type { TicketRecord } from './ticket.ts';
import { maySeeTicket } from './ticket-reach.ts';

/** Those of these tickets that the agent may see, as lists have them. */
export async function reachableOf(
  reader: Reader,
  actor: AgentActor,
  tickets: readonly TicketRecord[],
): Promise<TicketRecord[]> {
  const scope = await ticketScopeOf(reader, actor);
  return tickets.filter((ticket) => maySeeTicket(scope, ticket));
}
