import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, idempotencyKey, locale } from './shapes.ts';
import { maximumTracked, trackerRun } from './tickets.ts';

const read = { permission: 'tickets.read' } as const;
const write = { permission: 'tickets.write' } as const;

/** One cause behind many tickets, and what is done to all of them. */
export const trackerEndpoints = {
  track: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/tracked',
    access: write,
    summary: 'Put tickets on a tracker: they are linked as caused by it. Those out of reach are left out.',
    params: byId,
    body: z.object({ ticketIds: z.array(id).min(1).max(maximumTracked) }),
    response: z.object({ added: z.number().int(), total: z.number().int() }),
    errors: ['ticket.not_found', 'ticket.not_tracker'],
  }),
  replyToTracked: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/tracker-runs/reply',
    access: write,
    summary:
      'Answer the customers of all tickets on a tracker, each in their language or else in `fallback`, and then set a status if one is given. Done one after the other; each ticket gets it once.',
    params: byId,
    body: z
      .object({
        key: idempotencyKey,
        texts: z.partialRecord(locale, z.string().trim().min(1).max(8000)),
        fallback: locale,
        status: z.enum(['open', 'pending', 'solved']).optional(),
      })
      .refine((body) => body.texts[body.fallback] !== undefined, 'a text in the fallback language'),
    response: trackerRun,
    errors: ['ticket.not_found', 'ticket.not_tracker'],
  }),
  solveTracked: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/tracker-runs/solve',
    access: write,
    summary: 'Solve all tickets on a tracker, and the tracker last.',
    params: byId,
    body: z.object({ key: idempotencyKey }),
    response: trackerRun,
    errors: ['ticket.not_found', 'ticket.not_tracker'],
  }),
  trackerRuns: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/tracker-runs',
    access: read,
    summary: 'What was done to all tickets of a tracker, newest first, and how far it has come.',
    params: byId,
    response: z.object({ items: z.array(trackerRun), tracked: z.number().int() }),
    errors: ['ticket.not_found'],
  }),
};
