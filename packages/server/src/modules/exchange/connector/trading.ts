import type { Decimal } from './decimal.ts';
import type { PairName } from './market.ts';

export const orderStates = [
  'created',
  'submitted',
  'partial-filled',
  'filled',
  'partial-canceled',
  'canceling',
  'canceled',
] as const;
type OrderState = (typeof orderStates)[number] | 'under_review';

/** An order of a customer. Amounts are of the base; of a buy at market price the amount is in the quote. */
export interface Order {
  readonly id: string;
  readonly pair: PairName;
  readonly side: 'buy' | 'sell';
  /** How it is carried out, in the exchange's words: `limit`, `market`, `stop-limit`, ... */
  readonly kind: string;
  /** Null at market price. */
  readonly price: Decimal | null;
  readonly amount: Decimal;
  readonly filled: Decimal;
  /** What the filled part came to, in the quote. */
  readonly turnover: Decimal;
  readonly fees: Decimal;
  readonly state: OrderState;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly canceledAt: Date | null;
}

/** One trade of an order. */
export interface Fill {
  readonly id: string;
  readonly price: Decimal;
  readonly amount: Decimal;
  readonly fee: Decimal;
  /** In capitals. */
  readonly feeAsset: string | null;
  readonly at: Date;
}

/** Where a customer's assets are kept: `spot`, `margin`, ... */
export interface Account {
  readonly id: string;
  readonly kind: string;
  readonly state: 'working' | 'locked' | 'under_review';
}

/** A dispute between two customers has a clock: the seller must release by then. */
export interface PeerOrder {
  readonly id: string;
  readonly side: 'buy' | 'sell';
  readonly asset: string;
  readonly amount: Decimal;
  /** In capitals, such as `CNY`. */
  readonly currency: string;
  readonly total: Decimal;
  readonly state: PeerOrderState;
  readonly createdAt: Date;
  /** Until when the buyer must have paid. */
  readonly payBy: Date | null;
  readonly paidAt: Date | null;
  /** Until when the seller must have released what was paid for. */
  readonly releaseBy: Date | null;
  readonly appeal: { readonly openedAt: Date; readonly by: 'customer' | 'counterparty' } | null;
}

export const peerOrderStates = ['unpaid', 'paid', 'released', 'canceled', 'appealed'] as const;
type PeerOrderState = (typeof peerOrderStates)[number] | 'under_review';
