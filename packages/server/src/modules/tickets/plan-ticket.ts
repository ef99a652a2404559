import type { ticketEndpoints } from '@fairlead/contract';
import type { z } from 'zod';
import type { NewTicket } from './new-ticket.ts';

/** What an agent says of the ticket that they open. */
export type TicketBody = z.output<(typeof ticketEndpoints)['create']['body']>;

/** The ticket that a body asks for; `where` it stands, and what it is about where the body does not say. */
export function planTicket(body: TicketBody, where: Partial<NewTicket>): NewTicket {
  const { subject, priority, tags, teamId, assigneeId, category = 'other', fields } = body;
  return {
    subject,
    category,
    priority,
    tags,
    fields,
    source: 'agent',
    isTracker: body.tracker,
    ...(teamId ? { teamId } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...where,
  };
}
