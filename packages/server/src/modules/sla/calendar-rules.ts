import { type CalendarBody, isTimeZone, type SlaCalendar } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Calendar } from './calendar.ts';

/** A calendar's hours as its clocks count by them. */
export function calendarOf({
  timeZone,
  week,
  exceptions,
}: Pick<SlaCalendar, 'timeZone' | 'week' | 'exceptions'>): Calendar {
  return { timeZone, week, exceptions: new Map(exceptions.map((it) => [it.date, it.intervals])) };
}

/** Throws `request.time_zone_unknown` or `sla.calendar_never_open`: by such a calendar nothing would ever be due. */
export function checkCalendar({ timeZone, week }: CalendarBody): void {
  if (!isTimeZone(timeZone)) throw fail('request.time_zone_unknown');
  if (week.every((day) => day.length === 0)) throw fail('sla.calendar_never_open');
}
