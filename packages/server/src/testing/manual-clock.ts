import { type Clock, systemClock } from '../platform/clock.ts';

/** How much shorter pauses are: what is waited for in them is on this machine. */
const haste = 10;

/** A clock that tests set. It begins at the true time, since the database's and the jobs' own clocks run beside it. */
export class ManualClock implements Clock {
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return systemClock.pause(milliseconds / haste, signal);
  }

  /** Lets time pass at once. */
  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): void {
    const seconds =
      (by.seconds ?? 0) + 60 * ((by.minutes ?? 0) + 60 * ((by.hours ?? 0) + 24 * (by.days ?? 0)));
    this.#offset += seconds * 1000;
  }
}
