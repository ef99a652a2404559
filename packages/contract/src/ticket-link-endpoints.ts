import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, idempotencyKey } from './shapes.ts';
import { category } from './ticket-views.ts';
import { linkKind, ticket, ticketDetail, ticketSubject } from './tickets.ts';

const write = { permission: 'tickets.write' } as const;

/** How tickets are tied to each other, become one, and become two. */
export const ticketLinkEndpoints = {
  link: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/links',
    access: write,
    summary: 'Link a ticket to another within reach: related, a duplicate of it, or caused by it.',
    params: byId,
    body: z.object({ kind: linkKind, ticketId: id }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.link_refused'],
  }),
  unlink: endpoint({
    method: 'DELETE',
    path: '/api/tickets/:id/links/:linkId',
    access: write,
    summary: 'Take a link away.',
    params: z.object({ id, linkId: id }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'request.not_found'],
  }),
  merge: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/merge',
    access: write,
    summary:
      'Merge a ticket into another of the same customer: it is closed, its followers, tags, back-office tickets and trackers go over, and a line in both threads says so.',
    params: byId,
    body: z.object({ intoId: id }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.closed', 'ticket.merge_refused', 'ticket.merge_into_back_office'],
  }),
  undoMerge: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/merge/undo',
    access: write,
    summary:
      'Take a merge back, within 30 minutes: both tickets are as they were, and lines in both threads say so. What the customer wrote meanwhile opens the ticket.',
    params: byId,
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.not_merged', 'ticket.undo_expired', 'ticket.already_open'],
  }),
  split: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/split',
    access: write,
    summary:
      'Make a message of the thread a ticket of its own, on a new conversation of the customer that begins with it and links back.',
    params: byId,
    body: z.object({
      messageId: id,
      subject: ticketSubject,
      category: category.optional(),
      key: idempotencyKey,
    }),
    response: ticket,
    errors: ['ticket.not_found', 'ticket.split_refused', 'conversation.message_not_found'],
  }),
};
