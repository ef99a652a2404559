import ICAL from 'ical.js';
import { fail } from '../../platform/fail.ts';

/** A day off as an iCal file has it. */
export interface Holiday {
  /** As `2026-02-17`. */
  readonly date: string;
  readonly name: string;
}

/** Years from `from` on. */
export interface Years {
  readonly from: number;
  readonly count: number;
}

/** A year of days; one that is longer, or repeats more often, is no holiday. */
const longest = 366;
const longestName = 120;

/**
 * The days of all-day events that fall into some years, each day once, in order; what repeats, as often as it does within them. Events
 * with a time of day, and those of other years, are counted as left out. Throws `sla.ical_invalid`.
 */
export function readHolidays(text: string, years: Years): { holidays: Holiday[]; leftOut: number } {
  const days = new Map<string, string>();
  let leftOut = 0;
  for (const event of eventsOf(text)) {
    const found = readable(() => datesOf(event, years));
    if (found.length === 0) leftOut++;
    const name = (event.summary ?? '').trim().slice(0, longestName);
    for (const date of found) if (!days.has(date)) days.set(date, name);
  }
  const holidays = [...days].map(([date, name]) => ({ date, name }));
  return { holidays: holidays.sort((a, b) => (a.date < b.date ? -1 : 1)), leftOut };
}

const eventsOf = (text: string): ICAL.Event[] =>
  readable(() => {
    const calendar = ICAL.Component.fromString(text);
    if (calendar.name !== 'vcalendar') throw new Error('no calendar');
    const events = calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it));
    if (!events.every(({ component }) => beginsOnADay(component))) throw new Error('an event without a day');
    return events;
  });

/** The library reads values when they are asked for, and throws what it likes at those that are none. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw fail('sla.ical_invalid');
  }
}

/** The library would take the 45th of a month for a day of the next. */
function beginsOnADay(event: ICAL.Component): boolean {
  const start: unknown = event.getFirstProperty('dtstart')?.toJSON()[3];
  if (typeof start !== 'string') return false;
  const date = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(start.slice(0, 10));
}

function datesOf(event: ICAL.Event, { from, count }: Years): string[] {
  const { startDate } = event;
  if (!startDate.isDate) return [];
  const length = lengthOf(event);
  const within = (date: string) =>
    Number(date.slice(0, 4)) >= from && Number(date.slice(0, 4)) < from + count;
  return startsOf(event, from + count)
    .flatMap((start) => Array.from({ length }, (_, day) => dayAfter(start, day)))
    .filter(within);
}

/** The first days of an event, up to the beginning of a year. A rule that repeats without end stops there. */
function startsOf(event: ICAL.Event, endYear: number): string[] {
  if (!event.isRecurring()) return [event.startDate.toString()];
  const starts: string[] = [];
  const iterator = event.iterator();
  // A rule by the day that began long ago is walked a century at most.
  for (let step = 0; step < 100 * longest; step++) {
    const next = iterator.next();
    if (!next || next.year >= endYear) break;
    starts.push(next.toString().slice(0, 10));
  }
  return starts;
}

/** Days that an event takes: its end is the day after its last one; without an end, one. */
function lengthOf(event: ICAL.Event): number {
  const days = Math.round(event.duration.toSeconds() / 86_400);
  return Math.min(Math.max(days, 1), longest);
}

function dayAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) throw new Error('no day');
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
