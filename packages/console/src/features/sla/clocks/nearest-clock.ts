import type { SlaClock } from '@fairlead/contract';

/** How a ticket's promises stand, as the eye should take it. */
export type ClockLevel = 'calm' | 'warning' | 'breached' | 'paused';

/** The clock that a ticket is judged by, and how much of it is left: less than nothing when it is late. */
export interface NearestClock {
  readonly clock: SlaClock;
  readonly level: ClockLevel;
  /** Milliseconds; 0 while it is paused. */
  readonly left: number;
}

/** Whether somebody still waits for what was promised. */
export const isOpenClock = ({ state }: SlaClock): boolean => state !== 'met' && state !== 'stopped';

/** Where a clock stands now: between two looks of the server it may have come to its warning, or be late. */
export function standingOfClock(clock: SlaClock, now: number): NearestClock {
  const due = clock.dueAt === null ? null : Date.parse(clock.dueAt);
  if (due === null) return { clock, level: 'paused', left: 0 };
  const left = due - now;
  const warned = clock.warnAt !== null && Date.parse(clock.warnAt) <= now;
  return { clock, level: left <= 0 ? 'breached' : warned ? 'warning' : 'calm', left };
}

/** The clock that is due first; one that stands still only where none runs. Null when nothing is owed. */
export function nearestClock(clocks: readonly SlaClock[], now: number): NearestClock | null {
  const standing = clocks.filter(isOpenClock).map((clock) => standingOfClock(clock, now));
  const running = standing.filter(({ level }) => level !== 'paused');
  return running.toSorted((a, b) => a.left - b.left)[0] ?? standing[0] ?? null;
}
