import type { VerifiedCustomer } from '../../people/index.ts';
import type { Dated } from './answer.ts';
import type { Asset } from './asset.ts';
import type { Decimal } from './decimal.ts';
import type { HolderFacts } from './holders.ts';
import type { Candle, MarketStatus, Pair, PairName, Period, SystemStatus, Ticker } from './market.ts';
import type { FreezeOrder, SecurityChange, Standing, Verification } from './standing.ts';
import type { Account, Fill, Order, PeerOrder } from './trading.ts';
import type { Arrival, Deposit, DepositAddress, Withdrawal, WithdrawalQuota } from './transfers.ts';

/**
 * All that this product asks of an exchange. Whatever is asked is answered with its moment, or refused with an `ExchangeRefusal`, within
 * seconds. What is public may come from memory, and says of when it is; what is a customer's is asked for anew each time, and kept nowhere.
 */
export interface ExchangeConnector {
  /** What is configured: public facts, and those of customers. Where it is not, every question is refused as `not_connected`. */
  readonly connected: { readonly market: boolean; readonly customers: boolean };
  readonly market: MarketFacts;
  readonly customers: CustomerFacts;
  readonly holders: HolderFacts;
}

/** What everybody may know. */
export interface MarketFacts {
  pairs(): Promise<Dated<readonly Pair[]>>;
  /** Refused as `not_found` where the pair is not traded. */
  ticker(pair: PairName): Promise<Dated<Ticker>>;
  tickers(): Promise<Dated<readonly Ticker[]>>;
  /** The newest first; at most 2,000. */
  candles(pair: PairName, period: Period, size: number): Promise<Dated<readonly Candle[]>>;
  status(): Promise<Dated<MarketStatus>>;
  system(): Promise<Dated<SystemStatus>>;
  assets(): Promise<Dated<readonly Asset[]>>;
  /** By its code, in any case. Refused as `not_found`. */
  asset(code: string): Promise<Dated<Asset>>;
}

/** What is a verified customer's own. Who asks has made sure that the one for whom they ask may know it. */
export interface CustomerFacts {
  /** The newest first; at most 100, of one asset or of all. */
  deposits(customer: VerifiedCustomer, asset?: string): Promise<Dated<readonly Deposit[]>>;
  withdrawals(customer: VerifiedCustomer, asset?: string): Promise<Dated<readonly Withdrawal[]>>;
  /** What the exchange's wallets know of a transaction. Refused as `not_found`. */
  arrival(customer: VerifiedCustomer, txid: string): Promise<Dated<Arrival>>;
  addresses(customer: VerifiedCustomer, asset: string): Promise<Dated<readonly DepositAddress[]>>;
  quota(customer: VerifiedCustomer, asset: string): Promise<Dated<readonly WithdrawalQuota[]>>;
  accounts(customer: VerifiedCustomer): Promise<Dated<readonly Account[]>>;
  /** Those of the last 48 hours and those still open, the newest first. */
  orders(customer: VerifiedCustomer): Promise<Dated<readonly Order[]>>;
  /** Refused as `not_found`, also where it is another customer's. */
  order(customer: VerifiedCustomer, id: string): Promise<Dated<{ order: Order; fills: readonly Fill[] }>>;
  verification(customer: VerifiedCustomer): Promise<Dated<Verification>>;
  standing(customer: VerifiedCustomer): Promise<Dated<Standing>>;
  /** The newest first, of the last 30 days. */
  securityChanges(customer: VerifiedCustomer): Promise<Dated<readonly SecurityChange[]>>;
  peerOrders(customer: VerifiedCustomer): Promise<Dated<readonly PeerOrder[]>>;
  /** How much of an asset they hold. Refused as `not_found` where the exchange tells no balances. */
  holding(customer: VerifiedCustomer, asset: string): Promise<Dated<Decimal>>;
  /** The only thing that is ever written. Done twice with the same key it is done once; answers since when the account is frozen. */
  freeze(customer: VerifiedCustomer, order: FreezeOrder): Promise<Dated<{ frozenAt: Date }>>;
}
