const day = 86_400_000;

/** Moments of an account's story, as a function of the time: the same in every process, and after every restart. */
export interface TimeLine {
  readonly now: number;
  /** So many hours before the day began (UTC). */
  before(hours: number): number;
  /** What happens again and again: when it last began, how long ago that is, and how often it has. */
  round(
    minutes: number,
    back?: number,
  ): { readonly begun: number; readonly elapsed: number; readonly number: number };
}

export function timeLineAt(now: number): TimeLine {
  const today = Math.floor(now / day) * day;
  return {
    now,
    before: (hours) => today - hours * 3_600_000,
    round(minutes, back = 0) {
      const length = minutes * 60_000;
      const number = Math.floor(now / length) - back;
      return { begun: number * length, elapsed: now - number * length, number };
    },
  };
}
