import { seedOf } from './seeded-noise.ts';

/** A traded pair and what its market is like. */
export interface Pair {
  readonly symbol: string;
  readonly base: string;
  readonly quote: 'usdt';
  readonly seed: number;
  /** Decimal places of a price: one tick is the last place. */
  readonly pricePrecision: number;
  /** Decimal places of an amount: one lot is the last place. */
  readonly amountPrecision: number;
  /** The price around which it moves, in USDT. */
  readonly anchor: number;
  /** How much it follows the whole market. */
  readonly beta: number;
  /** Size of its own daily movement, as a share of the price. */
  readonly volatility: number;
  /** Turnover of an ordinary day, in USDT. */
  readonly turnover: number;
  /** Trades of an ordinary day. */
  readonly trades: number;
  readonly minimumAmount: number;
  /** First day of trading, in GMT+8. */
  readonly listed: string;
}

type Terms = Omit<Pair, 'symbol' | 'base' | 'quote' | 'seed'>;

function pair(base: string, terms: Terms): Pair {
  const symbol = `${base}usdt`;
  return { symbol, base, quote: 'usdt', seed: seedOf(symbol), ...terms };
}

/** Every pair of the simulated exchange, in the order in which lists show them. */
export const pairs: readonly Pair[] = [
  pair('btc', {
    pricePrecision: 2,
    amountPrecision: 6,
    anchor: 96_400,
    beta: 1,
    volatility: 0.014,
    turnover: 486e6,
    trades: 910_000,
    minimumAmount: 0.00001,
    listed: '2023-01-01',
  }),
  pair('eth', {
    pricePrecision: 2,
    amountPrecision: 4,
    anchor: 3_420,
    beta: 1.2,
    volatility: 0.02,
    turnover: 312e6,
    trades: 740_000,
    minimumAmount: 0.001,
    listed: '2023-01-01',
  }),
  pair('trx', {
    pricePrecision: 6,
    amountPrecision: 2,
    anchor: 0.312,
    beta: 0.6,
    volatility: 0.016,
    turnover: 96e6,
    trades: 280_000,
    minimumAmount: 1,
    listed: '2023-01-01',
  }),
  pair('sol', {
    pricePrecision: 4,
    amountPrecision: 4,
    anchor: 171,
    beta: 1.4,
    volatility: 0.028,
    turnover: 148e6,
    trades: 420_000,
    minimumAmount: 0.01,
    listed: '2023-03-10',
  }),
  pair('xrp', {
    pricePrecision: 5,
    amountPrecision: 2,
    anchor: 2.31,
    beta: 1.1,
    volatility: 0.026,
    turnover: 121e6,
    trades: 360_000,
    minimumAmount: 0.1,
    listed: '2023-01-01',
  }),
  pair('htx', {
    pricePrecision: 10,
    amountPrecision: 2,
    anchor: 0.00000182,
    beta: 0.5,
    volatility: 0.018,
    turnover: 9.4e6,
    trades: 118_000,
    minimumAmount: 1000,
    listed: '2024-01-22',
  }),
  pair('doge', {
    pricePrecision: 6,
    amountPrecision: 2,
    anchor: 0.187,
    beta: 1.3,
    volatility: 0.03,
    turnover: 74e6,
    trades: 300_000,
    minimumAmount: 1,
    listed: '2023-07-05',
  }),
  pair('ltc', {
    pricePrecision: 3,
    amountPrecision: 4,
    anchor: 94.6,
    beta: 1,
    volatility: 0.022,
    turnover: 21e6,
    trades: 150_000,
    minimumAmount: 0.001,
    listed: '2023-01-01',
  }),
  pair('ton', {
    pricePrecision: 5,
    amountPrecision: 4,
    anchor: 3.06,
    beta: 1,
    volatility: 0.026,
    turnover: 17e6,
    trades: 140_000,
    minimumAmount: 0.1,
    listed: '2023-11-18',
  }),
  pair('ada', {
    pricePrecision: 6,
    amountPrecision: 4,
    anchor: 0.684,
    beta: 1.2,
    volatility: 0.027,
    turnover: 28e6,
    trades: 170_000,
    minimumAmount: 0.1,
    listed: '2023-01-01',
  }),
  pair('link', {
    pricePrecision: 4,
    amountPrecision: 2,
    anchor: 16.2,
    beta: 1.2,
    volatility: 0.027,
    turnover: 24e6,
    trades: 160_000,
    minimumAmount: 0.1,
    listed: '2023-07-12',
  }),
  pair('avax', {
    pricePrecision: 4,
    amountPrecision: 4,
    anchor: 21.4,
    beta: 1.4,
    volatility: 0.03,
    turnover: 19e6,
    trades: 145_000,
    minimumAmount: 0.01,
    listed: '2023-09-23',
  }),
];

const bySymbol: ReadonlyMap<string, Pair> = new Map(pairs.map((entry) => [entry.symbol, entry]));

/** The pair of a symbol such as `btcusdt`, or undefined. */
export function findPair(symbol: string): Pair | undefined {
  return bySymbol.get(symbol);
}

/** A price in USDT from a whole number of ticks. */
export function toPrice(pair: Pair, ticks: number): number {
  return ticks / 10 ** pair.pricePrecision;
}

/** An amount of the base currency from a whole number of lots. */
export function toAmount(pair: Pair, lots: number): number {
  return lots / 10 ** pair.amountPrecision;
}
