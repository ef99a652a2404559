import { isDeepStrictEqual } from 'node:util';
import { type TicketPart, type TicketStanding, ticketParts } from './events.ts';
import type { TicketRecord } from './ticket.ts';

/** Where a ticket stands, as facts keep it. */
export function standingOf(ticket: Omit<TicketRecord, 'number'>): TicketStanding {
  const { status, priority, category, teamId, assigneeId } = ticket;
  return { status, priority, category, teamId, assigneeId };
}

/** What lies between two states of a ticket. */
export function changedParts(before: TicketRecord, after: TicketRecord): readonly TicketPart[] {
  return ticketParts.filter((part) => !isDeepStrictEqual(before[part], after[part]));
}
