import type { Decimal } from './decimal.ts';

/** States of deposits as the exchange has them: `confirmed` may be traded, `safe` may be withdrawn, `orphan` was undone by its chain. */
export const depositStates = ['confirming', 'confirmed', 'safe', 'orphan'] as const;
type DepositState = (typeof depositStates)[number] | 'under_review';

/** The thirteen states of withdrawals as the exchange has them. */
export const withdrawalStates = [
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
] as const;
/** What is none of them is under review: a state that we do not know must not promise anything. */
type WithdrawalState = (typeof withdrawalStates)[number] | 'under_review';

interface Transfer {
  readonly id: string;
  /** In capitals, such as `USDT`. */
  readonly asset: string;
  /** The exchange's name of the network (`AssetNetwork.id`); null for what stays within the exchange. */
  readonly network: string | null;
  readonly amount: Decimal;
  readonly address: string | null;
  /** Memo or tag. */
  readonly memo: string | null;
  /** Null until there is one, and for good where it stays within the exchange. */
  readonly txid: string | null;
  /** Of the asset. */
  readonly fee: Decimal;
  /** Blocks since; null where the exchange does not say. */
  readonly confirmations: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What came in, or is about to. */
export interface Deposit extends Transfer {
  readonly state: DepositState;
}

/** What goes out. */
export interface Withdrawal extends Transfer {
  readonly state: WithdrawalState;
  /** The exchange's own code and text for why it failed. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** An address of the customer's own at the exchange, to which they send. */
export interface DepositAddress {
  readonly asset: string;
  readonly network: string;
  readonly address: string;
  readonly memo: string | null;
}

/** How much may still go out, of one asset on one network. Null is without a limit, or not said. */
export interface WithdrawalQuota {
  readonly network: string;
  readonly most: Decimal | null;
  readonly perDay: Decimal | null;
  readonly leftToday: Decimal | null;
}

/**
 * What the exchange's wallets know of a transaction that is in no customer's history, or not in this one's. It never says whose it is, but only
 * whether it is this customer's.
 */
export interface Arrival {
  readonly txid: string;
  readonly asset: string;
  readonly network: string;
  readonly amount: Decimal;
  readonly address: string;
  readonly memo: string | null;
  readonly confirmations: number | null;
  readonly at: Date;
  readonly of: 'customer' | 'somebody_else' | 'nobody';
  /** Why it is not credited. */
  readonly problem: ArrivalProblem | null;
}

export const arrivalProblems = [
  'memo_missing',
  'memo_wrong',
  'wrong_network',
  'below_minimum',
  'deposits_suspended',
  'asset_delisted',
  'asset_unlisted',
  'sent_by_contract',
] as const;
type ArrivalProblem = (typeof arrivalProblems)[number] | 'under_review';
