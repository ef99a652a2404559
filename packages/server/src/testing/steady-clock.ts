import { type Clock, systemClock } from '../platform/clock.ts';

/** A clock that stands until a test lets time pass, for what compares moments exactly and needs no database. */
export function steadyClock(): Clock & { pass(milliseconds: number): void } {
  let time = Date.parse('2026-11-26T08:00:00Z');
  return {
    ...systemClock,
    now: () => new Date(time),
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}
