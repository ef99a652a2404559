import { bridge, peak } from './bridge.ts';
import type { Candle } from './candle.ts';
import type { HourTerms } from './hours-of-day.ts';
import type { Pair } from './pairs.ts';
import { hash, nextBell, sequence } from './seeded-noise.ts';
import { shareTraffic } from './share.ts';

/** How the price moves through an hour, minute by minute. */
interface Movement {
  /** One more than minutes. */
  readonly corners: readonly number[];
  readonly highs: readonly number[];
  readonly lows: readonly number[];
  /** How lively each minute is. */
  readonly steps: readonly number[];
}

/**
 * The hour minute by minute. These candles are the grain of history: all longer ones are sums of them.
 */
export function minutesOfHour(pair: Pair, hour: HourTerms): Candle[] {
  const { corners, highs, lows, steps } = movement(pair, hour);
  const next = sequence(hash(pair.seed, hour.start, 62));
  const weights = steps.map((step, index) => {
    const move = Math.abs((corners[index + 1] ?? 0) - (corners[index] ?? 0));
    return (step + 1.2 * move) * Math.exp(0.5 * nextBell(next));
  });
  return shareTraffic(hour, weights, corners, 60).map((part, index) => ({
    ...part,
    start: hour.start + index * 60,
    open: corners[index] ?? hour.open,
    close: corners[index + 1] ?? hour.close,
    high: highs[index] ?? hour.open,
    low: lows[index] ?? hour.open,
  }));
}

/** The sum of the hour's minutes, without working out each: a chart over years asks for many thousand hours. */
export function hourCandle(pair: Pair, hour: HourTerms): Candle {
  const { highs, lows } = movement(pair, hour);
  const { start, open, close, lots, turnover, count } = hour;
  return { start, open, close, lots, turnover, count, high: Math.max(...highs), low: Math.min(...lows) };
}

function movement(pair: Pair, hour: HourTerms): Movement {
  const next = sequence(hash(pair.seed, hour.start, 61));
  const noise = () => nextBell(next);
  const steps: number[] = [];
  let mood = 0;
  for (let minute = 0; minute < 60; minute++) {
    // Liveliness comes in spells of some minutes.
    mood = 0.8 * mood + 0.24 * noise();
    steps.push((hour.deviation / Math.sqrt(60)) * Math.exp(mood));
  }
  const corners = bridge(hour.open, hour.close, steps, noise);
  const highs: number[] = [];
  const lows: number[] = [];
  steps.forEach((step, index) => {
    const open = corners[index] ?? hour.open;
    const close = corners[index + 1] ?? hour.close;
    highs.push(Math.round(peak(open, close, step, next())));
    lows.push(Math.max(1, Math.round(-peak(-open, -close, step, next()))));
  });
  return { corners, highs, lows, steps };
}
