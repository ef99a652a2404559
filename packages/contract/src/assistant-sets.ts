import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { byId, id } from './shapes.ts';

/** What a set of examples is called and when it is asked by itself. */
export const exampleSetBody = z.object({
  name: z.string().trim().min(1).max(80),
  /** Before settings are saved. */
  gate: z.boolean(),
  /** By night. */
  nightly: z.boolean(),
});
export type ExampleSetBody = z.infer<typeof exampleSetBody>;

/** A named set of examples. Each example is in one. */
export const exampleSet = exampleSetBody.extend({
  id,
  /** Empty: the usual one, as long as nobody has called it something. */
  name: z.string(),
  /** What belongs to no other is in it; it cannot be removed. */
  usual: z.boolean(),
  examples: z.number().int(),
});
export type ExampleSet = z.infer<typeof exampleSet>;

const read = { permission: 'assistant.read' } as const;
const manage = { permission: 'assistant.manage' } as const;

export const assistantSetEndpoints = {
  listSets: endpoint({
    method: 'GET',
    path: '/api/assistant/example-sets',
    access: read,
    summary: 'The sets of examples, the usual one first, then by name.',
    response: z.object({ items: z.array(exampleSet) }),
  }),
  addSet: endpoint({
    method: 'POST',
    path: '/api/assistant/example-sets',
    access: manage,
    summary: 'Begin a set of examples.',
    body: exampleSetBody,
    response: exampleSet,
    errors: ['assistant.set_named'],
  }),
  changeSet: endpoint({
    method: 'PUT',
    path: '/api/assistant/example-sets/:id',
    access: manage,
    summary: 'Call a set something else, or say when it is asked by itself.',
    params: byId,
    /** The usual one may go without a name. */
    body: exampleSetBody.extend({ name: z.string().trim().max(80) }),
    response: exampleSet,
    errors: ['request.not_found', 'assistant.set_named'],
  }),
  removeSet: endpoint({
    method: 'DELETE',
    path: '/api/assistant/example-sets/:id',
    access: manage,
    summary: 'Remove a set: its examples go to the usual one, or with it. The usual one stays.',
    params: byId,
    query: z.object({ examples: z.enum(['keep', 'remove']).default('keep') }),
    response: nothing,
    errors: ['request.not_found', 'assistant.set_usual'],
  }),
};
