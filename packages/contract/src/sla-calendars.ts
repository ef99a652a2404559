import { z } from 'zod';
import { id } from './shapes.ts';

/** Part of a day by the clock on the wall, in minutes from midnight; `to` is not included and may be 1440. */
const interval = z
  .object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) })
  .refine(({ from, to }) => from < to, 'an interval ends after it begins');

/** The intervals of one day, in order, none reaching into the next. None at all is a day off. */
const intervals = z
  .array(interval)
  .max(8)
  .refine(
    (all) => all.every(({ from }, index) => index === 0 || from >= (all[index - 1]?.to ?? 0)),
    'intervals are in order and do not overlap',
  );

/** A day as `2026-02-17`. */
const date = z.iso.date();

/** What holds on one day instead of the week's: no interval on a holiday, fewer on a short day. */
export const calendarException = z.object({ date, name: z.string().trim().max(120), intervals });
export type CalendarException = z.infer<typeof calendarException>;

export const maximumExceptions = 1000;
/** Characters of an iCal file that is imported. */
export const maximumIcal = 500_000;

export const calendarBody = z.object({
  name: z.string().trim().min(1).max(80),
  /** An IANA name, such as `Asia/Singapore`. */
  timeZone: z.string().min(1).max(64),
  /** Monday to Sunday. */
  week: z.tuple([intervals, intervals, intervals, intervals, intervals, intervals, intervals]),
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
