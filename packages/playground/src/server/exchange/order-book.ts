import type { Pair } from './pairs.ts';
import { lastPrice } from './price-history.ts';
import { bell, hash, uniform } from './seeded-noise.ts';
import { lastDirection } from './trades.ts';

/** Price in ticks and size in lots. */
type Level = readonly [price: number, lots: number];

export interface OrderBook {
  /** Best first: falling. */
  readonly bids: readonly Level[];
  /** Best first: rising. */
  readonly asks: readonly Level[];
}

/** How far apart orders stand, near the price and further out: [how many, spacing]. */
const bands = [
  [80, 1],
  [80, 4],
  [80, 20],
  [80, 100],
] as const;

/**
 * The orders that wait at a moment. An order belongs to its price, not to its place in the list, and stays for
 * some seconds: so the book breathes instead of being dealt anew every second. Bids are below asks, always.
 */
export function orderBook(pair: Pair, now: number): OrderBook {
  const { bid, ask } = bestOrders(pair, now);
  return { bids: side(pair, now, bid, -1), asks: side(pair, now, ask, 1) };
}

/** The first line of the book alone. */
export function bestOrders(pair: Pair, now: number): { bid: Level; ask: Level } {
  const last = lastPrice(pair, now);
  const bought = lastDirection(pair, now) === 'buy';
  const spread = 1 + (hash(pair.seed, now, 41) % 3);
  const bid = bought ? last - spread : last;
  const ask = bought ? last : last + spread;
  return { bid: [bid, lotsAt(pair, now, bid, 0)], ask: [ask, lotsAt(pair, now, ask, 0)] };
}

/**
 * The book in steps of 10, 100 ... ticks, as the exchange's `step1` to `step5`: bids are counted at the step below,
 * asks at the step above, so merging never makes them cross.
 */
export function mergeBook(book: OrderBook, step: number): OrderBook {
  const width = 10 ** step;
  const merge = (levels: readonly Level[], round: (value: number) => number): Level[] => {
    const sums = new Map<number, number>();
    for (const [price, lots] of levels) {
      const at = round(price / width) * width;
      if (at > 0) sums.set(at, (sums.get(at) ?? 0) + lots);
    }
    return [...sums];
  };
  return step === 0 ? book : { bids: merge(book.bids, Math.floor), asks: merge(book.asks, Math.ceil) };
}

function side(pair: Pair, now: number, first: Level, way: 1 | -1): Level[] {
  const [best] = first;
  const grain = Math.max(1, Math.round(best * 0.000012));
  const levels: Level[] = [first];
  let edge = best;
  let distance = 0;
  for (const [many, spacing] of bands) {
    const gap = grain * spacing;
    // The grid is absolute; only where it begins depends on the price of the moment.
    let price = way > 0 ? Math.floor(edge / gap + 1) * gap : Math.ceil(edge / gap - 1) * gap;
    for (let index = 0; index < many && price > 0; index++, price += way * gap) {
      edge = price;
      distance += spacing;
      const shift = (hash(pair.seed, price, 42) % gap) - Math.floor(gap / 2);
      const at = gap > 2 ? price + Math.trunc(shift * 0.8) : price;
      const previous = levels.at(-1)?.[0] ?? best;
      if ((at - previous) * way <= 0 || at <= 0) continue;
      if (uniform(pair.seed, price, lifetime(pair, now, price), 43) < 0.18) continue;
      levels.push([at, lotsAt(pair, now, price, distance)]);
    }
  }
  return levels;
}

/** Counts up when the order at a price is replaced: every 3 to 22 seconds, each price at its own beat. */
function lifetime(pair: Pair, now: number, price: number): number {
  const beat = 3 + (hash(pair.seed, price, 44) % 20);
  return Math.floor((now + (hash(pair.seed, price, 45) % beat)) / beat);
}

/** Sizes are lopsided: most are small, a few are walls, and they grow with the distance from the price. */
function lotsAt(pair: Pair, now: number, price: number, distance: number): number {
  const usual = ((pair.turnover / 86_400) * 1.6) / pair.anchor;
  const wall = uniform(pair.seed, price, 46) > 0.96 ? 6 : 1;
  const size = usual * wall * Math.exp(1.1 * bell(pair.seed, price, lifetime(pair, now, price), 47));
  return Math.max(1, Math.round(size * (0.6 + Math.min(4, distance / 60)) * 10 ** pair.amountPrecision));
}
