import type { Pair } from './pairs.ts';
import { bell, seedOf, uniform } from './seeded-noise.ts';
import type { Traffic } from './share.ts';

export const secondsPerDay = 86_400;
/** The exchange's day begins at midnight in GMT+8. */
export const dayOffset = 8 * 3600;
/** Seed of what moves all pairs together. */
export const wholeMarket = seedOf('the whole market');

const octaves = 8;

/** What is settled about a day before it is told hour by hour. Prices in ticks. */
export interface DayTerms extends Traffic {
  readonly open: number;
  readonly close: number;
  /** How far the price wanders in the day, in ticks. */
  readonly deviation: number;
}

/** Which day of the exchange a moment falls in. */
export function dayOf(second: number): number {
  return Math.floor((second + dayOffset) / secondsPerDay);
}

/** When a day begins, in Unix seconds. */
export function dayStart(day: number): number {
  return day * secondsPerDay - dayOffset;
}

/**
 * Each day opens where the one before closed. The closes follow noise whose waves of 1, 2, 4 ... 128 days grow with
 * the root of their length, as prices do, and stay near the pair's anchor.
 */
export function dayTerms(pair: Pair, day: number): DayTerms {
  const open = closeOf(pair, day - 1);
  const close = closeOf(pair, day);
  const stir = Math.exp(0.28 * bell(wholeMarket, day, 13) + 0.2 * bell(pair.seed, day, 13));
  const turnover = pair.turnover * stir;
  const count = secondsPerDay + Math.round((pair.trades - secondsPerDay) * stir);
  const typical = (open + close) / 2 / 10 ** pair.pricePrecision;
  return {
    open,
    close,
    deviation: Math.max(1, (0.008 + 0.9 * pair.volatility) * Math.sqrt(stir) * close),
    turnover,
    count,
    lots: Math.max(count, Math.round((turnover / typical) * 10 ** pair.amountPrecision)),
  };
}

function closeOf(pair: Pair, day: number): number {
  const drift = pair.beta * waves(wholeMarket, day) * 0.022 + waves(pair.seed, day) * pair.volatility;
  return Math.max(2, Math.round(pair.anchor * Math.exp(drift) * 10 ** pair.pricePrecision));
}

/** Noise over days with deviation of about 0.9 from one day to the next. */
function waves(seed: number, day: number): number {
  let sum = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const length = 2 ** octave;
    // Each octave is shifted by its own amount, else all would turn on the same days.
    const at = (day + (seed % length)) / length;
    const left = Math.floor(at);
    const t = at - left;
    const blend = t * t * (3 - 2 * t);
    const a = uniform(seed, octave, left) * 2 - 1;
    const b = uniform(seed, octave, left + 1) * 2 - 1;
    sum += (a + (b - a) * blend) * Math.sqrt(length) * 0.75;
  }
  return sum;
}
