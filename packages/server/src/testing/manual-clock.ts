import type { Clock } from '../platform/clock.ts';

/** A clock that tests set. It begins at the true time, since the database's and the jobs' own clocks run beside it. */
export class ManualClock implements Clock {
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** Lets time pass at once. */
  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): void {
    const seconds =
      (by.seconds ?? 0) + 60 * ((by.minutes ?? 0) + 60 * ((by.hours ?? 0) + 24 * (by.days ?? 0)));
    this.#offset += seconds * 1000;
  }
}
