import type { Traffic } from './share.ts';

/**
 * What happened in a stretch of time. Prices are whole ticks and amounts whole lots, so that candles of
 * different periods agree exactly and not up to a rounding error.
 */
export interface Candle extends Traffic {
  /** Unix seconds. */
  readonly start: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** The candle of two neighbouring stretches, the earlier first. */
export function join(earlier: Candle | undefined, later: Candle): Candle {
  if (!earlier) return later;
  return {
    start: earlier.start,
    open: earlier.open,
    high: Math.max(earlier.high, later.high),
    low: Math.min(earlier.low, later.low),
    close: later.close,
    lots: earlier.lots + later.lots,
    turnover: earlier.turnover + later.turnover,
    count: earlier.count + later.count,
  };
}

/** A stretch in which nothing was traded. */
export function still(start: number, price: number): Candle {
  return { start, open: price, high: price, low: price, close: price, lots: 0, turnover: 0, count: 0 };
}
