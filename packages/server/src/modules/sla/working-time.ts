import type { Calendar } from './calendar.ts';
import { type DayNumber, dateOf, dayAt, instantOf, weekdayOf } from './wall-clock.ts';

/** A stretch of time that counts, as instants in milliseconds, the end not included. */
interface Opening {
  readonly start: number;
  readonly end: number;
}

/** A calendar that is closed for so long never opens again: nobody plans ten years of holidays. */
const longestSearch = 3660;

const known = new WeakMap<Calendar, Map<DayNumber, readonly Opening[]>>();

/** The stretches of one local day that count. Worked out once, since a sweep asks for the same days again and again. */
function openingsOf(calendar: Calendar, day: DayNumber): readonly Opening[] {
  const days = known.get(calendar) ?? new Map<DayNumber, readonly Opening[]>();
  known.set(calendar, days);
  const found = days.get(day);
  if (found) return found;
  const intervals = calendar.exceptions.get(dateOf(day)) ?? calendar.week[weekdayOf(day)] ?? [];
  const { timeZone } = calendar;
  const openings = intervals
    .map(({ from, to }) => ({ start: instantOf(timeZone, day, from), end: instantOf(timeZone, day, to) }))
    .filter(({ start, end }) => end > start);
  days.set(day, openings);
  return openings;
}

/** The openings from the local day of an instant on, in order. A clock set back around midnight makes the day before reach beyond it. */
function* openingsFrom(calendar: Calendar, instant: number): Generator<Opening> {
  const first = dayAt(calendar.timeZone, instant) - 1;
  for (let day = first; day < first + longestSearch; day++) yield* openingsOf(calendar, day);
}

/** Milliseconds between two moments that count; 0 when the second is not after the first. */
export function workingTime(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0;
  for (const { start, end } of openingsFrom(calendar, from.getTime())) {
    if (start >= to.getTime()) break;
    sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return sum;
}

/**
 * The first moment by which so many milliseconds that count have passed; the moment itself for none. Null when the calendar does not
 * open for so long within ten years.
 */
export function afterWorkingTime(calendar: Calendar, from: Date, milliseconds: number): Date | null {
  let left = milliseconds;
  if (left <= 0) return from;
  for (const { start, end } of openingsFrom(calendar, from.getTime())) {
    const begin = Math.max(start, from.getTime());
    if (end <= begin) continue;
    if (end - begin >= left) return new Date(begin + left);
    left -= end - begin;
  }
  return null;
}
