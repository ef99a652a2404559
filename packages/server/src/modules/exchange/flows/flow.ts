import type {
  Category,
  FieldKey,
  FlowFact,
  FlowId,
  FlowSlots,
  OfficialCheck,
  OfficialFinding,
  OfficialVerdict,
} from '@fairlead/contract';
import type { Dated, ExchangeRefusal } from '../connector/answer.ts';
import type { Asset } from '../connector/asset.ts';
import type { Decimal } from '../connector/decimal.ts';
import type { MarketStatus, Ticker } from '../connector/market.ts';
import type { SecurityChange, Standing, Verification } from '../connector/standing.ts';
import type { Fill, Order, PeerOrder } from '../connector/trading.ts';
import type { Arrival, Deposit, DepositAddress, Withdrawal } from '../connector/transfers.ts';
import type { ChainFinding } from '../explorer/chain-explorer.ts';
import type { Deed, OwnAlerts } from './alerts.ts';

/**
 * A self-service flow: what comes next is a function of what is known, and of nothing else. So every state can be reached in a test, and the
 * decisions of a run are its trace.
 */
export interface Flow {
  readonly id: FlowId;
  /** It tells of the customer's own, and runs for verified customers only. */
  readonly personal: boolean;
  decide(known: Known): Next;
}

/** What is known so far. */
export interface Known {
  readonly slots: FlowSlots;
  readonly facts: Facts;
  readonly now: Date;
  /** What is decided to be done is done by who asked; otherwise it must not be said. */
  readonly mayDo: boolean;
}

/** What a flow may ask the exchange, and what it answers. */
export interface FactTable extends Record<FlowFact, unknown> {
  assets: readonly Asset[];
  tickers: readonly Ticker[];
  marketStatus: MarketStatus;
  withdrawals: readonly Withdrawal[];
  standing: Standing;
  securityChanges: readonly SecurityChange[];
  verification: Verification;
  orders: readonly Order[];
  /** Of a number. */
  order: { readonly order: Order; readonly fills: readonly Fill[] };
  peerOrders: readonly PeerOrder[];
  deposits: readonly Deposit[];
  /** Of a TXID. */
  arrival: Arrival;
  /** Of a TXID: what the explorers of its possible chains say. */
  onChain: ChainFinding;
  /** Of an asset. */
  addresses: readonly DepositAddress[];
  /** Of what contacted the customer; the registry is our own. */
  official: OfficialCheck;
  /** Of the customer; kept by us. */
  alerts: OwnAlerts;
}
export type FactName = keyof FactTable;
/** One question to the exchange; `of` says of what, where the table says so. */
export interface Question {
  readonly about: FactName;
  readonly of: string | null;
}

/** Why the exchange gave no answer. That there is no such thing is one. */
export type Refused = { readonly refused: ExchangeRefusal['reason'] };
/** What was looked up, each with its moment or with why there is nothing. Missing: not asked yet. */
export type Facts = { readonly [N in FactName]?: Dated<FactTable[N]> | Refused };

/** What comes next. */
export type Next =
  | { readonly kind: 'look_up'; readonly questions: readonly Question[] }
  | {
      readonly kind: 'ask';
      readonly slot: keyof FlowSlots;
      readonly ask: Line;
      readonly choices: readonly Choice[];
    }
  | Answer;

export interface Choice {
  readonly line: Line;
  readonly slots: FlowSlots;
}

export interface Answer {
  readonly kind: 'answer';
  readonly outcome: string;
  readonly lines: readonly Line[];
  /** What to do, or to wait for: there is no answer without. */
  readonly nextStep: Line;
  /** What a ticket would say, where a person must act. */
  readonly ticket: TicketPrefill | null;
  /** What is done with it. */
  readonly deed?: Deed;
}

export interface TicketPrefill {
  readonly category: Category;
  readonly fields: Partial<Record<FieldKey, string>>;
  readonly subject: Line;
}

/** A text of the catalogue with what it names; put into words at the edge only. */
export interface Line {
  readonly key: string;
  readonly params: Readonly<Record<string, Value>>;
}

export type Value =
  | { readonly kind: 'amount'; readonly amount: Decimal; readonly asset: string }
  | { readonly kind: 'moment'; readonly at: Date }
  /** `0.001` reads 0.1 %. */
  | { readonly kind: 'share'; readonly share: Decimal }
  /** Of a price, as a share with its sign; two places. */
  | { readonly kind: 'change'; readonly share: number }
  | { readonly kind: 'count'; readonly count: number }
  /** Shortened in the middle. */
  | { readonly kind: 'txid'; readonly txid: string }
  /** A name, number or text of the exchange's own. */
  | { readonly kind: 'text'; readonly text: string }
  /** Words of the catalogue within a text. */
  | { readonly kind: 'words'; readonly key: string }
  /** What the registry of official channels says of something: lines. */
  | { readonly kind: 'finding'; readonly finding: OfficialFinding }
  | { readonly kind: 'advice'; readonly verdict: OfficialVerdict }
  | { readonly kind: 'list'; readonly items: readonly string[] };
