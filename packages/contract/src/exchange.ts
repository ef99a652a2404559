import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, moment } from './shapes.ts';

/** An amount, price or share as the exchange has it: decimal digits, never rounded. */
const decimal = z.string();

/** Why there is no answer: see `ExchangeRefusal` of the server. */
export const exchangeSilence = z.enum(['not_connected', 'unavailable', 'rate_limited', 'not_found']);

/** What the exchange said, and of when that is; or why it said nothing. */
const answer = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('state', [
    z.object({
      state: z.literal('known'),
      asOf: moment,
      /** The exchange could not be asked just now; this is what it said last. */
      stale: z.boolean(),
      value,
    }),
    z.object({ state: z.literal('silent'), reason: exchangeSilence }),
  ]);

const transfer = {
  id: z.string(),
  asset: z.string(),
  /** As customers read it, such as `TRC20`; null for what stays within the exchange. */
  network: z.string().nullable(),
  amount: decimal,
  /** Masked: enough to compare with what the customer says, not enough to write it down. */
  address: z.string().nullable(),
  memo: z.string().nullable(),
  txid: z.string().nullable(),
  confirmations: z.number().int().nullable(),
  createdAt: moment,
  updatedAt: moment,
};

export const exchangeDeposit = z.object({
  ...transfer,
  state: z.enum(['confirming', 'confirmed', 'safe', 'orphan', 'under_review']),
  /** Confirmations until it may be withdrawn. */
  needed: z.number().int().nullable(),
});
export type ExchangeDeposit = z.infer<typeof exchangeDeposit>;

export const exchangeWithdrawal = z.object({
  ...transfer,
  fee: decimal,
  state: z.enum([
    'verifying',
    'failed',
    'submitted',
    'reexamine',
    'canceled',
    'pass',
    'reject',
    'pre-transfer',
    'wallet-transfer',
    'wallet-reject',
    'confirmed',
    'confirm-error',
    'repealed',
    'under_review',
  ]),
  /** The exchange's own words for why it failed. */
  error: z.string().nullable(),
});
export type ExchangeWithdrawal = z.infer<typeof exchangeWithdrawal>;

export const exchangeOrder = z.object({
  id: z.string(),
  /** Such as `BTC/USDT`. */
  pair: z.string(),
  side: z.enum(['buy', 'sell']),
  kind: z.string(),
  price: decimal.nullable(),
  amount: decimal,
  filled: decimal,
  state: z.enum([
    'created',
    'submitted',
    'partial-filled',
    'filled',
    'partial-canceled',
    'canceling',
    'canceled',
    'under_review',
  ]),
  createdAt: moment,
});
export type ExchangeOrder = z.infer<typeof exchangeOrder>;

export const exchangePeerOrder = z.object({
  id: z.string(),
  side: z.enum(['buy', 'sell']),
  asset: z.string(),
  amount: decimal,
  currency: z.string(),
  total: decimal,
  state: z.enum(['unpaid', 'paid', 'released', 'canceled', 'appealed', 'under_review']),
  createdAt: moment,
  /** Until when the one whose turn it is must have acted; null where nobody's is. */
  actBy: moment.nullable(),
});
export type ExchangePeerOrder = z.infer<typeof exchangePeerOrder>;

export const exchangeVerification = z.object({
  state: z.enum(['none', 'pending', 'approved', 'rejected', 'expired', 'under_review']),
  level: z.number().int().nullable(),
  reasons: z.array(
    z.enum([
      'document_blurred',
      'document_expired',
      'document_unsupported',
      'name_differs',
      'face_differs',
      'address_not_proven',
      'underage',
      'region_not_served',
      'already_used',
      'other',
    ]),
  ),
  decidedAt: moment.nullable(),
});
export type ExchangeVerification = z.infer<typeof exchangeVerification>;

export const exchangeStanding = z.object({
  frozenAt: moment.nullable(),
  restrictions: z.array(
    z.object({
      kind: z.enum(['sign_in', 'withdrawals', 'deposits', 'trading', 'peer_trading', 'other']),
      reason: z.enum([
        'wrong_passwords',
        'security_change',
        'risk_review',
        'payment_dispute',
        'customer_request',
        'second_factor_lost',
        'court_order',
        'other',
      ]),
      since: moment,
      until: moment.nullable(),
    }),
  ),
  secondFactor: z.enum(['set', 'missing', 'reset_requested', 'under_review']),
  accounts: z.array(z.object({ kind: z.string(), state: z.enum(['working', 'locked', 'under_review']) })),
  changes: z.array(
    z.object({
      kind: z.enum([
        'password_changed',
        'email_changed',
        'phone_changed',
        'second_factor_set',
        'second_factor_removed',
        'second_factor_reset',
        'unlocked',
        'other',
      ]),
      at: moment,
    }),
  ),
});
export type ExchangeStanding = z.infer<typeof exchangeStanding>;

export const exchangeQuota = z.object({
  asset: z.string(),
  networks: z.array(
    z.object({ network: z.string(), perDay: decimal.nullable(), leftToday: decimal.nullable() }),
  ),
});
export type ExchangeQuota = z.infer<typeof exchangeQuota>;

/** What the exchange knows of a verified customer, each part for itself: one that is silent hides no other. Lists are the newest first. */
export const exchangeFacts = z.object({
  standing: answer(exchangeStanding),
  verification: answer(exchangeVerification),
  deposits: answer(z.array(exchangeDeposit)),
  withdrawals: answer(z.array(exchangeWithdrawal)),
  /** Of the asset that was withdrawn last, else of USDT. */
  quota: answer(exchangeQuota),
  orders: answer(z.array(exchangeOrder)),
  peerOrders: answer(z.array(exchangePeerOrder)),
});
export type ExchangeFacts = z.infer<typeof exchangeFacts>;

export const exchangeEndpoints = {
  lookUp: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/exchange-facts',
    access: { permission: 'exchange.read' },
    summary:
      'What the exchange knows of the verified customer of a conversation, now. Each look is recorded.',
    params: byId,
    response: exchangeFacts,
    errors: ['conversation.not_found', 'exchange.not_connected', 'exchange.customer_not_verified'],
  }),
};
