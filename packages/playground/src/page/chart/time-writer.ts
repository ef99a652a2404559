import { TickMarkType, type Time } from 'lightweight-charts';

/** Periods whose candles begin with the exchange's day, at midnight in GMT+8. */
const dayPeriods = new Set(['1day', '1week', '1mon']);

/**
 * By how many seconds a chart's times are moved. The chart knows UTC only, so it is given the reader's wall clock, or
 * for days the exchange's, as though it were UTC. One offset for all candles keeps their order through clock changes.
 */
export function clockOffset(period: string): number {
  return dayPeriods.has(period) ? 8 * 3600 : -new Date().getTimezoneOffset() * 60;
}

/** Whether the candles of a period begin within the day. */
export function showsHours(period: string): boolean {
  return !dayPeriods.has(period);
}

/** Writes the chart's times, moved by `clockOffset`, in the reader's language. */
export function timeWriter(language: string) {
  const writer = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const marks = {
    [TickMarkType.Year]: writer({ year: 'numeric' }),
    [TickMarkType.Month]: writer({ month: 'short' }),
    [TickMarkType.DayOfMonth]: writer({ day: '2-digit', month: '2-digit' }),
    [TickMarkType.Time]: writer({ hour: '2-digit', minute: '2-digit', hour12: false }),
    [TickMarkType.TimeWithSeconds]: writer({ timeStyle: 'medium', hour12: false }),
  };
  const full = writer({
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return {
    mark: (time: Time, type: TickMarkType) => marks[type].format(toMilliseconds(time)),
    full: (time: Time) => full.format(toMilliseconds(time)),
  };
}

/** This chart is only ever given Unix seconds. */
function toMilliseconds(time: Time): number {
  return typeof time === 'number' ? time * 1000 : 0;
}
