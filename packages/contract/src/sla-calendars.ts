import { z } from 'zod';
import { id } from './shapes.ts';
import { dayIntervals, workingWeek } from './working-week.ts';

/** A day as `2026-02-17`. */
const date = z.iso.date();

/** What holds on one day instead of the week's: no interval on a holiday, fewer on a short day. */
export const calendarException = z.object({
  date,
  name: z.string().trim().max(120),
  intervals: dayIntervals,
});
export type CalendarException = z.infer<typeof calendarException>;

export const maximumExceptions = 1000;
/** Characters of an iCal file that is imported. */
export const maximumIcal = 500_000;

export const calendarBody = workingWeek.extend({
  name: z.string().trim().min(1).max(80),
  exceptions: z
    .array(calendarException)
    .max(maximumExceptions)
    .refine((all) => new Set(all.map((it) => it.date)).size === all.length, 'one exception a day')
    .default([]),
});
export type CalendarBody = z.output<typeof calendarBody>;

/** When promises run that are not kept around the clock. Exceptions are in the order of their days. */
export const slaCalendar = calendarBody.extend({
  id,
  /** Names of the policies that count by it. */
  usedBy: z.array(z.string()),
});
export type SlaCalendar = z.infer<typeof slaCalendar>;
