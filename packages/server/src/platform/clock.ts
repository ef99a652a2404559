import { setTimeout as wait } from 'node:timers/promises';

/** The time, and the only source of it in the server, so that tests can set it. */
export interface Clock {
  now(): Date;
  /** Waits so many milliseconds, or until the signal aborts: then it returns at once and throws nothing. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => {}),
};
