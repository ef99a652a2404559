import type { Decimal } from './decimal.ts';

/** Something that the exchange keeps for customers: a coin or token, by its code in capitals. */
export interface Asset {
  readonly code: string;
  readonly listing: 'listed' | 'delisted' | 'under_review';
  /** In the exchange's order. */
  readonly networks: readonly AssetNetwork[];
}

/** An asset on one network: whether and on which terms it comes in and goes out. */
export interface AssetNetwork {
  /** The exchange's own name of it, such as `trc20usdt`: by it transfers and addresses say on which network they are. */
  readonly id: string;
  /** As customers read it, such as `TRC20`. */
  readonly name: string;
  /** The chain below and the form of tokens on it, such as `TRX` and `TRC20`; for a chain's own coin both are the same, or the second is missing. */
  readonly baseChain: string | null;
  readonly protocol: string | null;
  readonly deposits: Gate;
  readonly withdrawals: Gate;
  readonly leastDeposit: Decimal | null;
  readonly leastWithdrawal: Decimal | null;
  readonly mostWithdrawal: Decimal | null;
  readonly fee: WithdrawalFee | null;
  readonly confirmations: Confirmations;
  /** A memo or tag must be given beside the address. Null where the exchange does not say. */
  readonly needsMemo: boolean | null;
  readonly quota: {
    readonly perDay: Decimal | null;
    readonly perYear: Decimal | null;
    readonly total: Decimal | null;
  };
}

/** Whether deposits are credited, or withdrawals sent. Since when and why not, where the exchange says so; the reason is its own text. */
export type Gate =
  | { readonly state: 'open' }
  | {
      readonly state: 'suspended' | 'under_review';
      readonly since: Date | null;
      readonly reason: string | null;
    };

/** Of the asset itself. `ratio` is a share of what is withdrawn (`0.001` is 0.1 %); `tiered` grows with it by steps that the exchange does not publish. */
export type WithdrawalFee =
  | { readonly kind: 'fixed'; readonly amount: Decimal }
  | {
      readonly kind: 'ratio';
      readonly share: Decimal;
      readonly least: Decimal | null;
      readonly most: Decimal | null;
    }
  | { readonly kind: 'tiered'; readonly least: Decimal | null; readonly most: Decimal | null };

/** Blocks until a deposit may be traded, and until it may be withdrawn. Null where the exchange does not say. */
interface Confirmations {
  readonly tradable: number | null;
  readonly withdrawable: number | null;
}
