import { z } from 'zod';

/** What the exchange's flows look into. */
export const flowIds = ['deposit', 'withdrawal', 'fees', 'price'] as const;
export type FlowId = (typeof flowIds)[number];

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
  /** Which of several deposits or withdrawals is meant: its number at the exchange. */
  transferId: said(64),
  /** None of those that were offered. */
  another: z.literal('yes').optional(),
  /** Whether the address that was sent to is the customer's own at the exchange. */
  ownAddress: z.enum(['yes', 'no', 'unknown']).optional(),
  /** The customer has no transaction id. */
  withoutTxid: z.literal('yes').optional(),
});
export type FlowSlots = z.infer<typeof flowSlots>;
