import { z } from 'zod';

/** Part of a day by the clock on the wall, in minutes from midnight; `to` is not included and may be 1440. */
const interval = z
  .object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) })
  .refine(({ from, to }) => from < to, 'an interval ends after it begins');

/** The intervals of one day, in order, none reaching into the next. None at all is a day off. */
export const dayIntervals = z
  .array(interval)
  .max(8)
  .refine(
    (all) => all.every(({ from }, index) => index === 0 || from >= (all[index - 1]?.to ?? 0)),
    'intervals are in order and do not overlap',
  );

/** Hours of each day, from Monday to Sunday, by the clocks of a zone. A night shift is two intervals, one on each day. */
export const workingWeek = z.object({
  /** An IANA name, such as `Asia/Singapore`. */
  timeZone: z.string().min(1).max(64),
  week: z.tuple([
    dayIntervals,
    dayIntervals,
    dayIntervals,
    dayIntervals,
    dayIntervals,
    dayIntervals,
    dayIntervals,
  ]),
});
export type WorkingWeek = z.infer<typeof workingWeek>;

/** Whether the runtime knows a zone of that name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether an instant lies within the hours of a week. */
export function isWithin({ timeZone, week }: WorkingWeek, at: Date): boolean {
  const parts: Record<string, string> = {};
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
  });
  for (const { type, value } of format.formatToParts(at)) parts[type] = value;
  const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
  const day = week[weekdays.indexOf(parts['weekday'] ?? '')] ?? [];
  return day.some(({ from, to }) => from <= minute && minute < to);
}
