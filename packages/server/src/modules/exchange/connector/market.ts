import type { Decimal } from './decimal.ts';

/** What is traded for what; both in capitals, such as `BTC` and `USDT`. */
export interface PairName {
  readonly base: string;
  readonly quote: string;
}

/** A pair and whether it is traded. */
export interface Pair extends PairName {
  readonly state: 'online' | 'offline' | 'suspended' | 'pre_online' | 'under_review';
  /** What an order must be worth at least, in the quote. */
  readonly leastOrder: Decimal | null;
}

/** The last 24 hours, and the best orders. Amounts are of the base, turnover is in the quote. */
export interface Ticker {
  readonly pair: PairName;
  readonly last: Decimal;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly amount: Decimal;
  readonly turnover: Decimal;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
}

/** Days begin at midnight in GMT+8. */
export type Period = '1min' | '5min' | '15min' | '30min' | '60min' | '4hour' | '1day' | '1week' | '1mon';

/** What was traded in one period. */
export interface Candle {
  readonly start: Date;
  readonly open: Decimal;
  readonly close: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly amount: Decimal;
  readonly turnover: Decimal;
}

/** Whether there is trading at all. */
export interface MarketStatus {
  readonly state: 'normal' | 'halted' | 'cancel_only' | 'under_review';
  readonly reason: 'emergency' | 'maintenance' | null;
  readonly since: Date | null;
  readonly until: Date | null;
  /** The pairs that it concerns, by the exchange's symbols; null is all. */
  readonly symbols: readonly string[] | null;
}

/** What the exchange itself says of its health, as its status page has it. Texts are the exchange's own, in its language. */
export interface SystemStatus {
  readonly level: 'none' | 'minor' | 'major' | 'critical' | 'maintenance' | 'under_review';
  readonly components: ReadonlyArray<{ readonly name: string; readonly state: string }>;
  readonly incidents: readonly ExchangeIncident[];
}

/** A disturbance, or maintenance that is planned. */
interface ExchangeIncident {
  readonly kind: 'incident' | 'maintenance';
  readonly name: string;
  readonly state: string;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly latest: string | null;
}
