import type { CalendarBody, SlaCalendar } from '@fairlead/contract';
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

/** Throws `sla.time_zone_unknown` or `sla.calendar_never_open`: by such a calendar nothing would ever be due. */
export function checkCalendar({ timeZone, week }: CalendarBody): void {
  if (!isTimeZone(timeZone)) throw fail('sla.time_zone_unknown');
  if (week.every((day) => day.length === 0)) throw fail('sla.calendar_never_open');
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
