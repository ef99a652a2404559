import type { Calendar } from './calendar.ts';
import { afterWorkingTime, workingTime } from './working-time.ts';

/** A promise that is being kept or broken: so much time that counts, of which some has passed. Plain data, kept as it is. */
export interface Clock {
  /** What was promised, in milliseconds that count. */
  readonly target: number;
  /** What had passed when it last began to run. */
  readonly elapsed: number;
  /** Since when it runs; null while it is paused or stopped. */
  readonly runningSince: Date | null;
}

/** A clock that begins to run. */
export const startClock = (target: number, now: Date): Clock => ({ target, elapsed: 0, runningSince: now });

/** What has passed of a clock's time, paused or running. */
export function elapsedAt(calendar: Calendar, clock: Clock, now: Date): number {
  const { elapsed, runningSince } = clock;
  return runningSince === null ? elapsed : elapsed + workingTime(calendar, runningSince, now);
}

/** The clock stands still; one that does already stays as it is. */
export function pauseClock(calendar: Calendar, clock: Clock, now: Date): Clock {
  return clock.runningSince === null
    ? clock
    : { ...clock, elapsed: elapsedAt(calendar, clock, now), runningSince: null };
}

/** The clock goes on; one that runs already stays as it is. */
export const resumeClock = (clock: Clock, now: Date): Clock =>
  clock.runningSince === null ? { ...clock, runningSince: now } : clock;

/**
 * When a share of the promise will have passed if nothing stops the clock: 1 is the breach, less a warning before it, more an escalation
 * after it. When it had passed already as the clock went on, the moment at which it did. Null while it stands still, or never comes.
 */
export function momentOf(calendar: Calendar, clock: Clock, share: number): Date | null {
  const { target, elapsed, runningSince } = clock;
  return runningSince && afterWorkingTime(calendar, runningSince, target * share - elapsed);
}
