import type { Candle } from './candle.ts';
import type { Pair } from './pairs.ts';
import { historyBetween, lastSecond } from './price-history.ts';
import { uniform } from './seeded-noise.ts';

export interface Trade {
  readonly id: number;
  /** Unix milliseconds. */
  readonly at: number;
  readonly price: number;
  readonly lots: number;
  /** What the taker did. */
  readonly direction: 'buy' | 'sell';
}

/** The trades before a moment, newest first. The newest is at the last price. */
export function latestTrades(pair: Pair, size: number, now: number): Trade[] {
  const found: Trade[] = [];
  for (let second = now; found.length < size; second--) {
    const candle = historyBetween(pair, second - 1, second);
    if (!candle) break;
    found.push(...tradesOf(pair, candle));
  }
  return found.slice(0, size);
}

/** Whether the last trade before a moment was a buy: then the last price is the lowest ask, else the highest bid. */
export function lastDirection(pair: Pair, now: number): Trade['direction'] {
  return directionOf(pair, lastSecond(pair, now), 0);
}

/** The trades of one second, newest first: they end at its close, and their lots add up to its lots. */
function tradesOf(pair: Pair, second: Candle): Trade[] {
  const { seed } = pair;
  const weights = Array.from(
    { length: second.count },
    (_, index) => uniform(seed, second.start, index, 31) ** 3 + 0.02,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = second.lots;
  return weights.map((weight, index) => {
    const tradesLeft = second.count - index - 1;
    const wish = 1 + Math.floor((second.lots - second.count) * (weight / total));
    const lots = tradesLeft === 0 ? left : Math.min(wish, left - tradesLeft);
    left -= lots;
    const within =
      second.low + Math.round((second.high - second.low) * uniform(seed, second.start, index, 32));
    return {
      id: second.start * 1000 + (999 - index),
      at: second.start * 1000 + Math.floor((999 * (tradesLeft + 1)) / (second.count + 1)),
      price: index === 0 ? second.close : within,
      lots,
      direction: directionOf(pair, second, index),
    };
  });
}

/** Takers buy more often while the price rises. */
function directionOf(pair: Pair, second: Candle, index: number): Trade['direction'] {
  const lean = second.close > second.open ? 0.72 : second.close < second.open ? 0.28 : 0.5;
  return uniform(pair.seed, second.start, index, 33) < lean ? 'buy' : 'sell';
}
