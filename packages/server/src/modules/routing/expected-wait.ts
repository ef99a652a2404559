/** What is known of a customer's place in the queue. */
export interface Place {
  /** How many of the same team and language wait before them. */
  readonly ahead: number;
  /** How many conversations those who could answer hold at most; 0 when nobody suitable is online. */
  readonly slots: number;
  /** How many more they could hold now. */
  readonly free: number;
  /** Milliseconds until any of them may be asked. */
  readonly pause: number;
}

/** Bounds of what a customer is told. Beyond two hours a number promises more than anybody knows. */
const least = 1;
const most = 120;

/**
 * Minutes until somebody is expected to answer, or null when nobody suitable is online. With `slots` places that each come free every
 * `handlingMinutes`, one comes free every `handlingMinutes / slots`; a customer waits for as many of them as those ahead and they
 * themselves need beyond what is free. Above ten minutes rounded up to fives: false precision reassures nobody.
 */
export function expectedWait(place: Place, handlingMinutes: number): number | null {
  if (place.slots <= 0) return null;
  const turns = Math.max(0, place.ahead + 1 - Math.max(0, place.free));
  const minutes = (turns * handlingMinutes) / place.slots + place.pause / 60_000;
  const rounded = minutes <= 10 ? Math.ceil(minutes) : Math.ceil(minutes / 5) * 5;
  return Math.min(most, Math.max(least, rounded));
}
