import type { WorkingWeek } from '@fairlead/contract';
import { readTime, writeTime } from './time-units.ts';

type Day = WorkingWeek['week'][number];

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

/** A week as it is being written, from Monday to Sunday. */
export interface WeekDraft {
  readonly timeZone: string;
  readonly week: readonly HoursDraft[][];
}

const office: Day = [{ from: 540, to: 1080 }];

/** What a new week begins with: office hours by the clocks of whoever writes it. */
export const usualWeek = (): WorkingWeek => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: [office, office, office, office, office, [], []],
});

export const draftOfWeek = ({ timeZone, week }: WorkingWeek): WeekDraft => ({
  timeZone,
  week: week.map(draftOf),
});

/** The week that was written; null while something is wrong with it or it has no hours at all. */
export function weekOf({ timeZone, week }: WeekDraft): WorkingWeek | null {
  const days = week.flatMap((draft) => {
    const checked = hoursOf(draft);
    return 'day' in checked ? [checked.day] : [];
  });
  const [mon, tue, wed, thu, fri, sat, sun] = days;
  if (!mon || !tue || !wed || !thu || !fri || !sat || !sun || days.every((it) => it.length === 0))
    return null;
  return { timeZone, week: [mon, tue, wed, thu, fri, sat, sun] };
}
