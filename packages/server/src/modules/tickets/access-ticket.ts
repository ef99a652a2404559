import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { findConversation, maySee, scopeOf } from '../conversations/index.ts';
import { teamsOf } from '../people/index.ts';
import type { TicketRecord } from './ticket.ts';
import { maySeeTicket, type TicketScope } from './ticket-reach.ts';
import { findTicket, lockTickets } from './ticket-store.ts';

/** What an agent may reach now. */
export async function ticketScopeOf(reader: Reader, actor: AgentActor): Promise<TicketScope> {
  const all = actor.permissions.has('tickets.read_all');
  return { agentId: actor.id, all, teamIds: new Set(all ? [] : await teamsOf(reader, actor.id)) };
}

/** The ticket if the agent may see it; otherwise the same refusal as if it were not there (`ticket.not_found`). */
export async function accessTicket(reader: Reader, actor: AgentActor, id: string): Promise<TicketRecord> {
  return letIn(reader, actor, await findTicket(reader, id));
}

/** The same, held until the end of the transaction. */
export async function lockTicket(tx: Tx, actor: AgentActor, id: string): Promise<TicketRecord> {
  return letIn(tx, actor, (await lockTickets(tx, [id])).get(id));
}

async function letIn(
  reader: Reader,
  actor: AgentActor,
  ticket: TicketRecord | undefined,
): Promise<TicketRecord> {
  if (ticket && maySeeTicket(await ticketScopeOf(reader, actor), ticket)) return ticket;
  if (ticket && (await seesThread(reader, actor, ticket))) return ticket;
  throw fail('ticket.not_found');
}

/** Whether the agent may see the conversation of a ticket, which may not know yet where that has just gone. */
export async function seesThread(reader: Reader, actor: AgentActor, ticket: TicketRecord): Promise<boolean> {
  if (!ticket.conversationId || !actor.permissions.has('conversations.read')) return false;
  const [thread, scope] = [
    await findConversation(reader, ticket.conversationId),
    await scopeOf(reader, actor),
  ];
  return thread !== undefined && maySee(scope, thread);
}

/** Those of these tickets that the agent may see, held until the end of the transaction. */
export async function lockReachable(
  tx: Tx,
  actor: AgentActor,
  ids: readonly string[],
): Promise<Map<string, TicketRecord>> {
  const locked = await lockTickets(tx, ids);
  const scope = await ticketScopeOf(tx, actor);
  const reachable = new Map<string, TicketRecord>();
  for (const [id, ticket] of locked) {
    if (maySeeTicket(scope, ticket) || (await seesThread(tx, actor, ticket))) reachable.set(id, ticket);
  }
  return reachable;
}
