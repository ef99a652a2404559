import { bridge } from './bridge.ts';
import type { Candle } from './candle.ts';
import type { Pair } from './pairs.ts';
import { hash, nextBell, sequence } from './seeded-noise.ts';
import { shareTraffic } from './share.ts';

/** The minute second by second: joined, they give it back exactly. */
export function secondsOfMinute(pair: Pair, minute: Candle): Candle[] {
  const next = sequence(hash(pair.seed, minute.start, 71));
  const step = Math.max(0.3, (minute.high - minute.low) / (1.6 * Math.sqrt(60)));
  const steps = Array.from({ length: 60 }, () => step);
  const corners = fitRange(
    bridge(minute.open, minute.close, steps, () => nextBell(next)),
    minute,
  );
  const shape = steps.map((_, index) => {
    const open = corners[index] ?? minute.open;
    const close = corners[index + 1] ?? minute.close;
    return {
      open,
      close,
      high: Math.min(minute.high, Math.max(open, close) + Math.round(0.6 * step * next())),
      low: Math.max(minute.low, Math.min(open, close) - Math.round(0.6 * step * next())),
      weight: Math.exp(0.6 * nextBell(next)) * (0.6 + Math.abs(close - open) / (step + 1)),
    };
  });
  // The second that came nearest to the minute's high, and the one nearest to its low, reach them.
  shape.reduce((best, part) => (part.high > best.high ? part : best)).high = minute.high;
  shape.reduce((best, part) => (part.low < best.low ? part : best)).low = minute.low;

  const traffic = shareTraffic(
    minute,
    shape.map(({ weight }) => weight),
    corners,
    1,
  );
  return traffic.map((part, index) => {
    const { open, close, high, low } = shape[index] ?? { ...minute };
    return { ...part, start: minute.start + index, open, close, high, low };
  });
}

/** Scales what goes beyond open and close so that it ends near high and low, the rest being left to a wick. */
function fitRange(path: readonly number[], minute: Candle): number[] {
  const upper = Math.max(minute.open, minute.close);
  const lower = Math.min(minute.open, minute.close);
  const over = Math.max(...path) - upper;
  const under = lower - Math.min(...path);
  const up = over > 0 ? (0.9 * (minute.high - upper)) / over : 0;
  const down = under > 0 ? (0.9 * (lower - minute.low)) / under : 0;
  return path.map((price, index) => {
    if (index === 0) return minute.open;
    if (index === path.length - 1) return minute.close;
    if (price > upper) return Math.round(upper + (price - upper) * up);
    if (price < lower) return Math.round(lower - (lower - price) * down);
    return Math.round(price);
  });
}
