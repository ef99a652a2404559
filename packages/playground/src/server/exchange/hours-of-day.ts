import { bridge } from './bridge.ts';
import { type DayTerms, dayStart, dayTerms, wholeMarket } from './day-terms.ts';
import type { Pair } from './pairs.ts';
import { bell, hash, nextBell, sequence } from './seeded-noise.ts';
import { shareTraffic } from './share.ts';

/** As of a day, with when it begins, in Unix seconds. */
export interface HourTerms extends DayTerms {
  readonly start: number;
}

/** The day hour by hour: where each begins and ends, how lively it is, how much is traded. */
export function hoursOfDay(pair: Pair, day: number): HourTerms[] {
  const whole = dayTerms(pair, day);
  const start = dayStart(day);
  // Hours are lively or quiet in all pairs alike; Europe's and America's trading hours are livelier.
  const liveliness = Array.from(
    { length: 24 },
    (_, hour) =>
      Math.exp(0.2 * bell(wholeMarket, day, hour, 51) + 0.16 * bell(pair.seed, day, hour, 51)) *
      (1 + 0.28 * Math.sin(((hour - 14) / 24) * 2 * Math.PI)),
  );
  const steps = liveliness.map((level) => (level * whole.deviation) / Math.sqrt(24));
  const own = sequence(hash(pair.seed, day, 52));
  const shared = sequence(hash(wholeMarket, day, 52));
  const noise = () => 0.7 * nextBell(own) + 0.7 * nextBell(shared);
  const corners = bridge(whole.open, whole.close, steps, noise);
  const weights = liveliness.map(
    (level, hour) => level ** 1.6 * Math.exp(0.25 * bell(pair.seed, day, hour, 53)),
  );
  const traffic = shareTraffic(whole, weights, corners, 3600);
  return traffic.map((part, hour) => ({
    ...part,
    start: start + hour * 3600,
    open: corners[hour] ?? whole.open,
    close: corners[hour + 1] ?? whole.close,
    deviation: steps[hour] ?? 1,
  }));
}
