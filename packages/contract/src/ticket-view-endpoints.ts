import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId } from './shapes.ts';
import { ticketView, viewBody } from './ticket-views.ts';

const read = { permission: 'tickets.read' } as const;

/** The saved views of the tickets' lists. */
export const ticketViewEndpoints = {
  listViews: endpoint({
    method: 'GET',
    path: '/api/ticket-views',
    access: read,
    summary: 'The saved views that one has: one’s own, those of one’s teams, and those for all.',
    response: z.object({ items: z.array(ticketView) }),
  }),
  createView: endpoint({
    method: 'POST',
    path: '/api/ticket-views',
    access: read,
    summary:
      'Save a view. Sharing it with a team takes being in it; sharing it with all, or with another team, takes `tickets.manage`.',
    body: viewBody,
    response: ticketView,
    errors: ['access.forbidden', 'people.team_not_found', 'ticket.too_many_views'],
  }),
  updateView: endpoint({
    method: 'PUT',
    path: '/api/ticket-views/:id',
    access: read,
    summary: 'Change a view of one’s own; a shared one with `tickets.manage` too.',
    params: byId,
    body: viewBody,
    response: ticketView,
    errors: ['ticket.view_not_found', 'access.forbidden', 'people.team_not_found'],
  }),
  deleteView: endpoint({
    method: 'DELETE',
    path: '/api/ticket-views/:id',
    access: read,
    summary: 'Remove a view of one’s own; a shared one with `tickets.manage` too.',
    params: byId,
    errors: ['ticket.view_not_found', 'access.forbidden'],
  }),
};
