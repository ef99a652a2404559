import { type Candle, still } from './candle.ts';
import { dayOf, dayOffset, dayStart } from './day-terms.ts';
import type { Pair } from './pairs.ts';
import { historyBetween, lastPrice, listingStart } from './price-history.ts';

/** The periods of the exchange's candles, as its API names them. */
const periods = [
  '1min',
  '5min',
  '15min',
  '30min',
  '60min',
  '4hour',
  '1day',
  '1week',
  '1mon',
  '1year',
] as const;
type Period = (typeof periods)[number];

const seconds: Partial<Record<Period, number>> = {
  '1min': 60,
  '5min': 300,
  '15min': 900,
  '30min': 1800,
  '60min': 3600,
  '4hour': 14_400,
  '1day': 86_400,
};

/** Whether a text names a period. */
export function isPeriod(text: string): text is Period {
  return (periods as readonly string[]).includes(text);
}

/**
 * The latest candles up to a moment, newest first, at most `size`. The newest is still in the making; before the
 * first trade of its period it stands at the last price.
 */
export function latestKlines(pair: Pair, period: Period, size: number, now: number): Candle[] {
  const found: Candle[] = [];
  const oldest = listingStart(pair);
  let start = periodStart(period, now);
  let end = now;
  while (found.length < size && end > oldest) {
    const candle = historyBetween(pair, start, end);
    found.push(candle ?? still(start, lastPrice(pair, now)));
    end = start;
    start = periodStart(period, start - 1);
  }
  return found;
}

/** When the period that holds a moment began. Weeks begin on Monday; days, months and years in GMT+8. */
export function periodStart(period: Period, at: number): number {
  const length = seconds[period];
  if (length) return Math.floor((at + dayOffset) / length) * length - dayOffset;
  const day = dayOf(at);
  // 1 January 1970 was a Thursday, three days after a Monday.
  if (period === '1week') return dayStart(day - ((day + 3) % 7));
  const date = new Date(day * 86_400_000);
  const month = period === '1mon' ? date.getUTCMonth() : 0;
  return dayStart(Date.UTC(date.getUTCFullYear(), month, 1) / 86_400_000);
}
