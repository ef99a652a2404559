import type { CalendarBody } from '@fairlead/contract';
import { readTime, writeTime } from './time-units.ts';

export type Day = CalendarBody['week'][number];

/** Hours of a day as they are being written; half a line is allowed until it is saved. */
export interface HoursDraft {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with the hours of a day. */
export type HoursError = 'time' | 'order' | 'overlap' | 'many';

const most = 8;

export const draftOf = (day: Day): HoursDraft[] =>
  day.map(({ from, to }) => ({ from: writeTime(from), to: writeTime(to) }));

/** The hours of a day, in order, or what is wrong with them. */
export function hoursOf(draft: readonly HoursDraft[]): { day: Day } | { error: HoursError } {
  const day: Array<Day[number]> = [];
  for (const { from, to } of draft) {
    const [begin, end] = [readTime(from), readTime(to)];
    if (begin === null || end === null) return { error: 'time' };
    if (begin >= end) return { error: 'order' };
    day.push({ from: begin, to: end });
  }
  day.sort((a, b) => a.from - b.from);
  if (day.some(({ from }, index) => from < (day[index - 1]?.to ?? 0))) return { error: 'overlap' };
  return day.length > most ? { error: 'many' } : { day };
}
