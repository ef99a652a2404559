import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

/** An event that a subscriber could not take in, after every retry. */
export const deadLetter = z.object({
  id,
  eventId: id,
  eventType: z.string(),
  subscriber: z.string(),
  error: z.string(),
  attempts: z.number().int(),
  occurredAt: moment,
  failedAt: moment,
});
export type DeadLetter = z.infer<typeof deadLetter>;

export const operationsEndpoints = {
  listDeadLetters: endpoint({
    method: 'GET',
    path: '/api/operations/dead-letters',
    access: { permission: 'operations.read' },
    summary: 'Events that a subscriber could not take in, newest first (at most 200).',
    response: z.object({ items: z.array(deadLetter) }),
  }),
  retryDeadLetter: endpoint({
    method: 'POST',
    path: '/api/operations/dead-letters/:id/retry',
    access: { permission: 'operations.manage' },
    summary: 'Hand a dead letter to its subscriber again.',
    params: byId,
    errors: ['request.not_found'],
  }),
  discardDeadLetter: endpoint({
    method: 'DELETE',
    path: '/api/operations/dead-letters/:id',
    access: { permission: 'operations.manage' },
    summary: 'Give a dead letter up.',
    params: byId,
    errors: ['request.not_found'],
  }),
  openapi: endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    summary: 'This description, OpenAPI 3.1.',
    response: z.record(z.string(), z.unknown()),
  }),
};
