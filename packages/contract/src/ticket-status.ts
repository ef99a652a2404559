import type { TicketStatus } from './ticket-views.ts';

/** A solved or a closed ticket is done with; the others are worked on. */
export const activeStatuses = ['new', 'open', 'pending', 'on_hold'] as const;

/** Whether a ticket is worked on: neither solved nor closed. */
export const isActiveStatus = (status: TicketStatus): boolean =>
  (activeStatuses as readonly TicketStatus[]).includes(status);

/** Where an agent may move a ticket from each status. One that is new is open by the very act. */
export const statusMoves: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['open', 'pending', 'on_hold', 'solved'],
  open: ['pending', 'on_hold', 'solved'],
  pending: ['open', 'solved'],
  on_hold: ['open', 'solved'],
  solved: ['open', 'closed'],
  closed: [],
};
