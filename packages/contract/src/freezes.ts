import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment, person } from './shapes.ts';

export const freezeReasons = ['stolen_account', 'customer_request', 'suspected_fraud'] as const;
export const freezeReason = z.enum(freezeReasons);
export type FreezeReason = z.infer<typeof freezeReason>;

/**
 * `waiting`: a second person has to agree; `approved`: the exchange is being told; `frozen`: it has said so; `refused`: the second person did
 * not agree; `failed`: the exchange did not take it, and somebody must see to it there.
 */
export const freezeState = z.enum(['waiting', 'approved', 'frozen', 'refused', 'failed']);
export type FreezeState = z.infer<typeof freezeState>;

/** The fewest characters by which an agent says why. */
export const minimumFreezeNote = 10;

/** An account that is frozen at the exchange, or is to be. */
export const freeze = z.object({
  id,
  customer: z.object({ id, name: z.string().nullable(), uid: z.string().nullable() }),
  conversationId: id.nullable(),
  reason: freezeReason,
  note: z.string(),
  state: freezeState,
  /** Null: the customer themselves, by a code that was sent to their address. */
  requestedBy: person.nullable(),
  requestedAt: moment,
  decidedBy: person.nullable(),
  decidedAt: moment.nullable(),
  frozenAt: moment.nullable(),
});
export type Freeze = z.infer<typeof freeze>;

const asking = [
  'conversation.not_found',
  'exchange.not_connected',
  'exchange.customer_not_verified',
  'freeze.under_way',
] as const;
const deciding = ['freeze.not_found', 'freeze.decided'] as const;

/** The one thing that is ever changed at the exchange: an account is frozen, never set free again from here. */
export const freezeEndpoints = {
  ask: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/freezes',
    access: { permission: 'exchange.freeze' },
    summary:
      'Have the account of a conversation’s verified customer frozen at the exchange. Where two people are needed, it waits for the second.',
    params: byId,
    body: z.object({ reason: freezeReason, note: z.string().trim().min(minimumFreezeNote).max(1000) }),
    response: freeze,
    errors: asking,
  }),
  ofConversation: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/freezes',
    access: { permission: 'exchange.read' },
    summary: 'Freezes of the account of a conversation’s customer, the newest first: the last 20.',
    params: byId,
    response: z.object({
      items: z.array(freeze),
      /** Somebody else has to agree to one that an agent asks for. */
      needsTwo: z.boolean(),
    }),
    errors: ['conversation.not_found'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/freezes',
    access: { permission: 'exchange.approve_freeze' },
    summary: 'Those that wait for a second person, the oldest first, then the last 50 of the others.',
    response: z.object({ items: z.array(freeze) }),
  }),
  approve: endpoint({
    method: 'POST',
    path: '/api/freezes/:id/approve',
    access: { permission: 'exchange.approve_freeze' },
    summary: 'Agree to a freeze that somebody else asked for: the exchange is told at once.',
    params: byId,
    response: freeze,
    errors: [...deciding, 'freeze.own'],
  }),
  refuse: endpoint({
    method: 'POST',
    path: '/api/freezes/:id/refuse',
    access: { permission: 'exchange.freeze' },
    summary:
      'Do not agree to a freeze, for those who may agree; who asked for one takes it back this way. For others there is no such freeze.',
    params: byId,
    response: freeze,
    errors: deciding,
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/api/account/freeze/codes',
    access: 'customer',
    summary:
      'Have a code sent to the e-mail address by which the exchange knows the verified customer who calls, to freeze their account with.',
    response: z.object({
      challenge: id,
      /** Where it went, masked. */
      to: z.string(),
      minutes: z.number().int(),
    }),
    errors: [
      'access.too_many_attempts',
      'exchange.not_connected',
      'exchange.customer_not_verified',
      'freeze.no_address',
    ],
  }),
  own: endpoint({
    method: 'POST',
    path: '/api/account/freeze',
    access: 'customer',
    summary:
      'Freeze the account of the verified customer who calls, by the code that was sent. Answers whether the exchange has done it already.',
    body: z.object({ challenge: id, code: z.string().max(20) }),
    response: z.object({ state: freezeState, frozenAt: moment.nullable() }),
    errors: [
      'access.too_many_attempts',
      'access.wrong_code',
      'exchange.not_connected',
      'exchange.customer_not_verified',
    ],
  }),
};
