import { minutesOfDay } from './calendar.ts';

/** A day of a local calendar, counted from 1970-01-01. */
export type DayNumber = number;

const dayLength = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far local time is ahead of UTC at an instant, in milliseconds. Throws a RangeError for an unknown zone. */
function offsetAt(timeZone: string, instant: number): number {
  // What is promised around the clock counts by it, and a format is slow.
  if (timeZone === 'UTC') return 0;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const at: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) at[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = at;
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minutes, second) - whole;
}

/** The local day in which an instant lies. */
export function dayAt(timeZone: string, instant: number): DayNumber {
  return Math.floor((instant + offsetAt(timeZone, instant)) / dayLength);
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** A day as `2026-02-17`. */
export const dateOf = (day: DayNumber): string => new Date(day * dayLength).toISOString().slice(0, 10);

/**
 * The first instant at which the clock on the wall shows a time of a day, or a later one. An hour that comes twice counts from its first
 * coming; of an hour that is left out every minute is the moment at which it is left out. So later times never have earlier instants, and
 * neighbouring intervals share their border: whatever the clocks do, no instant is counted twice and none is lost.
 */
export function instantOf(timeZone: string, day: DayNumber, minutes: number): number {
  const wall = day * dayLength + (minutes / minutesOfDay) * dayLength;
  const before = offsetAt(timeZone, wall - dayLength);
  const after = offsetAt(timeZone, wall + dayLength);
  if (before === after) return wall - before;
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  // The clock goes back: the first time it shows the hour is by the offset before.
  const shows = (instant: number) => instant + offsetAt(timeZone, instant) >= wall;
  if (shows(early)) return early;
  if (before > after) return late;
  // It goes forward, at some minute between the two: found by halving.
  let [no, yes] = [early, late];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (shows(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
