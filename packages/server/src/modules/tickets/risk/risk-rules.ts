import {
  type AssetPrices,
  type Category,
  type RiskReason,
  type TakeoverSignal,
  type TicketFields,
  type TicketPriority,
  type TicketRisk,
  type Tier,
  topCategoryOf,
} from '@fairlead/contract';

/** What a ticket is weighed by. */
export interface Stake {
  readonly category: Category;
  readonly fields: TicketFields;
  readonly tier: Tier;
  readonly signals: readonly TakeoverSignal[];
  /** Since when the customer waits for us; null when it is their turn. */
  readonly waitingSince: Date | null;
}

type Reason = TicketRisk['reasons'][number];

export interface Weighed {
  /** 0 to 100. */
  readonly score: number;
  readonly priority: TicketPriority;
  /** Most important first. */
  readonly reasons: readonly Reason[];
  /** When waiting will weigh more; null when it will not. */
  readonly again: Date | null;
}

/** Points at which a ticket is urgent, and high. Waiting, a tier, or a small sum alone reach neither. */
const urgentFrom = 60;
const highFrom = 30;
/** A sum below this weighs nothing; ten times as much weighs ten points more, up to fifty (ten millions). */
const leastUsd = 100;
const pointsPerDigit = 10;
const mostForValue = 50;
/** Whoever writes that their account was taken needs somebody at once, whatever is known of sums. */
const ofTakenAccount = 60;
/** Sent to nobody yet: it can still be stopped, or must still go. */
const ofWithdrawalInHouse = 15;
/** Orders between two persons are settled by the clock. */
const ofOrderClock = 25;
const ofUnpriced = 8;
const ofSignal = 20;
/** A wallet is emptied within minutes of its phrase being known, an account by an API key that trades it away. */
const ofExposed = 60;
const exposed: ReadonlySet<TakeoverSignal> = new Set(['wallet_exposed', 'api_secret_exposed']);
const mostSignals = 3;
const ofTier = 6;
/** Hours of waiting and what they weigh. */
const waits: ReadonlyArray<readonly [hours: number, points: number]> = [
  [1, 3],
  [4, 6],
  [12, 10],
  [24, 15],
  [72, 20],
];
const hour = 3_600_000;

const leavingMoney: ReadonlySet<Category> = new Set([
  'deposit_withdrawal.withdrawal_pending',
  'deposit_withdrawal.large_withdrawal',
]);
const clockedOrders: ReadonlySet<Category> = new Set([
  'p2p_fiat.not_released',
  'p2p_fiat.payment_not_received',
  'p2p_fiat.appeal',
]);

/**
 * How much is at risk: the more money, waiting and signals, the more. Amounts are decimal text; without an asset, or where the table
 * has no price of it, the amount says little and weighs little.
 */
export function weigh(stake: Stake, prices: AssetPrices, now: Date): Weighed {
  const { category, fields, signals, tier } = stake;
  const reasons: Reason[] = [];
  const add = (key: RiskReason, points: number, params: Reason['params'] = {}) => {
    if (points > 0) reasons.push({ key, points, params });
  };
  if (category === 'account_security.hacked') add('account_taken', ofTakenAccount);
  const value = valueOf(category, fields, prices);
  if (value) add(value.key, value.points, value.params);
  if (leavingMoney.has(category) && fields.txid === undefined) add('not_broadcast', ofWithdrawalInHouse);
  if (clockedOrders.has(category)) add('order_clock', ofOrderClock);
  for (const signal of [...new Set(signals)].slice(0, mostSignals))
    add(signal, exposed.has(signal) ? ofExposed : ofSignal);
  if (tier !== 'standard') add('tier', ofTier, { tier });
  const waited = waitedSince(stake.waitingSince, now);
  if (waited.step) add('waiting', waited.step[1], { hours: waited.step[0] });
  const score = Math.min(
    100,
    reasons.reduce((sum, { points }) => sum + points, 0),
  );
  return {
    score,
    priority: priorityFor(score),
    reasons: reasons.toSorted((a, b) => b.points - a.points),
    again: waited.again,
  };
}

function priorityFor(score: number): TicketPriority {
  if (score >= urgentFrom) return 'urgent';
  return score >= highFrom ? 'high' : 'normal';
}

function valueOf(category: Category, { amount, asset }: TicketFields, prices: AssetPrices): Reason | null {
  if (amount === undefined) return null;
  // Amounts of fiat have no asset beside them: the form does not ask for the currency.
  const price = asset === undefined ? undefined : prices.usd[asset];
  if (price === undefined) {
    const moves = topCategoryOf(category) === 'p2p_fiat' || asset !== undefined;
    return moves ? { key: 'unpriced', points: ofUnpriced, params: { amount, asset: asset ?? '' } } : null;
  }
  const usd = Number(amount) * price;
  const points = Math.floor(pointsPerDigit * Math.log10(Math.max(1, usd / leastUsd)));
  const params = { amount, asset: asset ?? '', usd: Math.round(usd * 100) / 100, date: prices.asOf };
  return { key: 'value', points: Math.min(mostForValue, points), params };
}

function waitedSince(since: Date | null, now: Date) {
  if (!since) return { step: null, again: null };
  const hours = (now.getTime() - since.getTime()) / hour;
  const step = waits.findLast(([from]) => hours >= from) ?? null;
  const next = waits.find(([from]) => hours < from);
  return { step, again: next ? new Date(since.getTime() + next[0] * hour) : null };
}
