import type { TicketSource, ticketEndpoints } from '@fairlead/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import type { NewTicket } from './new-ticket.ts';

/** What an agent says of the ticket that they open. */
export type TicketBody = z.output<(typeof ticketEndpoints)['create']['body']>;

/** How a ticket came that an agent opens, or the product in an agent's stead: by hand, or by a program with an API token. */
export const sourceBy = (actor: Actor): TicketSource =>
  actor.type === 'agent' && actor.byToken ? 'api' : 'agent';

/** The ticket that a body asks for; `where` it stands, and what it is about where the body does not say. */
export function planTicket(actor: Actor, body: TicketBody, where: Partial<NewTicket>): NewTicket {
  const { subject, priority, tags, teamId, assigneeId, category = 'other', fields } = body;
  return {
    subject,
    category,
    priority,
    tags,
    fields,
    source: sourceBy(actor),
    isTracker: body.tracker,
    ...(teamId ? { teamId } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...where,
  };
}
