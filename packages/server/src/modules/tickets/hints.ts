import type { Ticket } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import type { Live } from '../../platform/live/live.ts';
import { portalTopic } from '../conversations/index.ts';
import { isOwn } from './portal-rules.ts';
import type { TicketRecord } from './ticket.ts';

/**
 * The topics on which agents hear of a ticket: those who see every one, its team and agent, those of its conversation, and its
 * followers.
 */
export function ticketTopics(ticket: TicketRecord): string[] {
  const teams = [ticket.teamId, ticket.threadTeamId].flatMap((id) => (id ? [`team:${id}`] : []));
  const agents = [ticket.assigneeId, ticket.threadAssigneeId, ...ticket.followerIds];
  return [...new Set(['tickets', ...teams, ...agents.flatMap((id) => (id ? [`agent:${id}`] : []))])];
}

/** Tells agents what became of a ticket, and its customer that there is something to look at, after commit. */
export function hintTicket(
  tx: Tx,
  live: Live,
  before: TicketRecord | null,
  after: TicketRecord,
  ticket: Ticket,
): void {
  const topics = ticketTopics(after);
  const left = before ? ticketTopics(before).filter((topic) => !topics.includes(topic)) : [];
  // Said first: whoever still sees it by another topic hears of it again right after.
  if (left.length > 0) live.hint(tx, left, { type: 'ticket.removed', ticketId: after.id });
  live.hint(tx, topics, { type: 'ticket.changed', ticket });
  if (isOwn(after) && after.customerId)
    live.hint(tx, [portalTopic(after.customerId)], { type: 'own_ticket.changed', ticketId: after.id });
}
