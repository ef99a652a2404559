import { boundedCache } from './bounded-cache.ts';
import { type Candle, join, still } from './candle.ts';
import { dayOf, dayStart, dayTerms, secondsPerDay } from './day-terms.ts';
import { type HourTerms, hoursOfDay } from './hours-of-day.ts';
import { hourCandle, minutesOfHour } from './minutes-of-hour.ts';
import type { Pair } from './pairs.ts';
import { secondsOfMinute } from './seconds-of-minute.ts';

// Caches only: each may forget, and is worked out again. The sums are small, the parts are not.
const hours = boundedCache<readonly HourTerms[]>(400);
const minutes = boundedCache<readonly Candle[]>(400);
const seconds = boundedCache<readonly Candle[]>(100);
const sums = boundedCache<Candle>(40_000);

/** What happened from `from` (included) to `to` (excluded), in Unix seconds; undefined if nothing was traded then. */
export function historyBetween(pair: Pair, from: number, to: number): Candle | undefined {
  const begin = Math.max(from, listingStart(pair));
  let found: Candle | undefined;
  if (begin >= to) return undefined;
  for (let day = dayOf(begin); day <= dayOf(to - 1); day++) {
    const start = dayStart(day);
    if (start >= begin && start + secondsPerDay <= to) found = join(found, wholeDay(pair, day));
    else found = addHours(pair, day, begin, to, found);
  }
  return found && { ...found, start: from };
}

/** The last price traded before a moment, in ticks. */
export function lastPrice(pair: Pair, second: number): number {
  return lastSecond(pair, second).close;
}

/** The candle of the last full second before a moment. */
export function lastSecond(pair: Pair, second: number): Candle {
  return historyBetween(pair, second - 1, second) ?? still(second - 1, dayTerms(pair, dayOf(second)).open);
}

/** When trading in a pair began, in Unix seconds. */
export function listingStart(pair: Pair): number {
  return Date.parse(`${pair.listed}T00:00:00+08:00`) / 1000;
}

function addHours(pair: Pair, day: number, from: number, to: number, before: Candle | undefined) {
  let found = before;
  for (const hour of hours(`${pair.symbol} ${day}`, () => hoursOfDay(pair, day))) {
    const end = hour.start + 3600;
    if (hour.start >= to || end <= from) continue;
    if (hour.start >= from && end <= to) found = join(found, wholeHour(pair, hour));
    else found = addMinutes(pair, hour, from, to, found);
  }
  return found;
}

function addMinutes(pair: Pair, hour: HourTerms, from: number, to: number, before: Candle | undefined) {
  let found = before;
  for (const minute of minutes(`${pair.symbol} ${hour.start}`, () => minutesOfHour(pair, hour))) {
    const end = minute.start + 60;
    if (minute.start >= to || end <= from) continue;
    if (minute.start >= from && end <= to) {
      found = join(found, minute);
      continue;
    }
    for (const second of seconds(`${pair.symbol} ${minute.start}`, () => secondsOfMinute(pair, minute))) {
      if (second.start >= from && second.start < to) found = join(found, second);
    }
  }
  return found;
}

function wholeHour(pair: Pair, hour: HourTerms): Candle {
  return sums(`${pair.symbol} hour ${hour.start}`, () => hourCandle(pair, hour));
}

function wholeDay(pair: Pair, day: number): Candle {
  return sums(`${pair.symbol} day ${day}`, () =>
    hoursOfDay(pair, day)
      .map((hour) => hourCandle(pair, hour))
      .reduce(join),
  );
}
