import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

/** What was given up after every retry: an event that a subscriber could not take in, or a job that could not be done. */
export const deadLetter = z.object({
  kind: z.enum(['event', 'job']),
  id,
  /** The event, or the job as it was ordered. */
  eventId: id,
  /** The event's type, or the job's name. */
  eventType: z.string(),
  /** Who did not take the event in; `jobs` for a job. */
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
    summary:
      'Events that a subscriber could not take in and jobs that could not be done, newest first (at most 200).',
    response: z.object({ items: z.array(deadLetter) }),
  }),
  retryDeadLetter: endpoint({
    method: 'POST',
    path: '/api/operations/dead-letters/:id/retry',
    access: { permission: 'operations.manage' },
    summary: 'Hand a dead letter to its subscriber again, or do its job again, with all its attempts anew.',
    params: byId,
    errors: ['request.not_found', 'operations.job_unknown'],
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
