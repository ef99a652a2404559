import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, locale, moment } from './shapes.ts';

import { fieldKeys } from './ticket-forms.ts';
import { category } from './ticket-views.ts';
import { isTimeZone } from './working-week.ts';

/** What the exchange's flows look into. */
export const flowIds = [
  'deposit',
  'withdrawal',
  'fees',
  'price',
  'verification',
  'account',
  'order',
  'peer',
  'official',
  'alerts',
] as const;
export type FlowId = (typeof flowIds)[number];
/** Those that tell of nothing that is a customer's own: they serve visitors too. */
export const openFlowIds: readonly FlowId[] = ['fees', 'price', 'account', 'official'];

const said = (most: number) => z.string().trim().min(1).max(most).optional();

/** What a flow may know of a case, as the customer said it; all of it may be missing. */
export const flowSlots = z.object({
  /** A code such as `USDT`, in any case. */
  asset: said(20),
  /** The exchange's name such as `TRC20`, or how customers call it. */
  network: said(40),
  txid: said(120),
  /** Decimal digits with a point. */
  amount: said(40),
  /** When it was, ISO 8601. */
  at: said(40),
  /** What is traded for what: `BTC/USDT`, or as one word. */
  pair: said(24),
  /** The number of an order, or of a P2P order. */
  orderId: said(64),
  /** What keeps the customer from their account. */
  trouble: z.enum(['sign_in', 'second_factor', 'code', 'stolen']).optional(),
  /** Which of several deposits or withdrawals is meant: its number at the exchange. */
  transferId: said(64),
  /** None of those that were offered. */
  another: z.literal('yes').optional(),
  /** Whether the address that was sent to is the customer's own at the exchange. */
  ownAddress: z.enum(['yes', 'no', 'unknown']).optional(),
  /** The customer has no transaction id. */
  withoutTxid: z.literal('yes').optional(),
  /** Who or what contacted the customer: links, handles, numbers, addresses, one a line. */
  contact: said(500),
  /** An alert that is wished for: a price, a move, networks; or what is wished of those there are. */
  alert: z.enum(['above', 'below', 'hour', 'day', 'networks', 'list', 'stop']).optional(),
  /** The price of an alert in USDT, or the percent of a move: decimal digits with a point. */
  level: said(40),
  /** Whether the customer agrees to what was asked. */
  confirmed: z.enum(['yes', 'no']).optional(),
});
export type FlowSlots = z.infer<typeof flowSlots>;

/** What came of a flow, in words. */
export const flowRun = z.object({
  flow: z.enum(flowIds),
  /** `asks`: one thing is missing, and `choices` offers what it may be. */
  kind: z.enum(['asks', 'needs_sign_in', 'answered']),
  /** Which answer it is, or which slot is asked for. */
  outcome: z.string(),
  /** The whole answer or question: plain text, a line each. */
  text: z.string(),
  /** How the answer ends: what to do, or to wait for; null for a question. */
  nextStep: z.string().nullable(),
  /** Chosen, the flow is run again with their slots beside those that were known. */
  choices: z.array(z.object({ text: z.string(), slots: flowSlots })),
  slots: flowSlots,
  /** Of when the oldest of the facts is; null where nothing was looked up. */
  asOf: moment.nullable(),
  /** Something could not be asked just now, and is what the exchange said last. */
  stale: z.boolean(),
  /** Where a person must act: a ticket as far as it can be filled in. */
  ticket: z
    .object({ category, fields: z.partialRecord(z.enum(fieldKeys), z.string()), subject: z.string() })
    .nullable(),
  needsPerson: z.boolean(),
});
export type FlowRun = z.infer<typeof flowRun>;

/** What a flow may look up. */
export const flowFacts = [
  'assets',
  'tickers',
  'marketStatus',
  'withdrawals',
  'standing',
  'securityChanges',
  'verification',
  'orders',
  'order',
  'peerOrders',
  'deposits',
  'arrival',
  'addresses',
  'onChain',
  'official',
  'alerts',
] as const;
export type FlowFact = (typeof flowFacts)[number];
const flowFact = z.enum(flowFacts);

/** What became of a question to the exchange. */
export const factStates = ['known', 'not_connected', 'unavailable', 'rate_limited', 'not_found'] as const;

/** What became of a question to a block explorer. */
export const witnessStates = ['found', 'not_found', 'silent'] as const;

/** A round of a flow: what was at hand, and what was decided from it. Names of things only, never what they hold. */
export const flowStep = z.object({
  /** What the customer had said. */
  said: z.array(flowSlots.keyof()),
  facts: z.array(z.object({ fact: flowFact, state: z.enum(factStates) })),
  /** Who else was asked than the exchange: a block explorer (its host) about a chain, what it had, and of when that is. */
  witnesses: z
    .array(z.object({ chain: z.string(), source: z.string(), state: z.enum(witnessStates), asOf: moment }))
    .optional(),
  decided: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('look_up'), facts: z.array(flowFact) }),
    z.object({ kind: z.literal('ask'), slot: flowSlots.keyof() }),
    z.object({ kind: z.literal('answer'), outcome: z.string() }),
    z.object({ kind: z.literal('sign_in') }),
  ]),
});
export type FlowStep = z.infer<typeof flowStep>;

/** The same for agents: with what was at hand in each round, and what was decided from it. */
export const tracedFlowRun = flowRun.extend({ trace: z.array(flowStep) });
export type TracedFlowRun = z.infer<typeof tracedFlowRun>;

const flowRequest = z.object({
  slots: flowSlots.default({}),
  /** The language of the answer. */
  locale,
  /** By whose clock moments are told; an IANA name. */
  timeZone: z.string().max(64).refine(isTimeZone).default('UTC'),
});
const named = z.object({ flow: z.enum(flowIds) });

export const flowEndpoints = {
  runForConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/flows/:flow',
    access: { permission: 'exchange.read' },
    summary:
      'Run a flow of the exchange for the customer of a conversation. Each look at what is theirs is recorded.',
    params: byId.extend(named.shape),
    body: flowRequest,
    response: tracedFlowRun,
    errors: ['conversation.not_found', 'exchange.not_connected', 'exchange.customer_not_verified'],
  }),
  run: endpoint({
    method: 'POST',
    path: '/api/flows/:flow',
    access: 'customer',
    summary: 'Run a flow of the exchange for oneself: where a deposit is, what a withdrawal waits for.',
    params: named,
    body: flowRequest,
    response: flowRun,
  }),
};
