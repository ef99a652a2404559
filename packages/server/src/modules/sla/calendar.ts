/** Part of a day by the clock on the wall: minutes from midnight, the end not included; `to` may be 1440, midnight. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

/** When a promise's time runs. */
export interface Calendar {
  /** An IANA name, such as `Asia/Singapore`. */
  readonly timeZone: string;
  /** The intervals of each day, from Monday to Sunday: in order, none touching another's inside. A night shift is two, one on each day. */
  readonly week: readonly [Day, Day, Day, Day, Day, Day, Day];
  /** What holds instead on single days (`2026-02-17`): no interval on a holiday, fewer on its eve. */
  readonly exceptions: ReadonlyMap<string, Day>;
}
export type Day = readonly Interval[];

/** Minutes of a day by the clock on the wall. */
export const minutesOfDay = 1440;

const wholeDay: Day = [{ from: 0, to: minutesOfDay }];

/** Every minute counts: what is promised around the clock. */
export const aroundTheClock: Calendar = {
  timeZone: 'UTC',
  week: [wholeDay, wholeDay, wholeDay, wholeDay, wholeDay, wholeDay, wholeDay],
  exceptions: new Map(),
};
