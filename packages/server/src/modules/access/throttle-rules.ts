/** How many wrong attempts stand against a key, and when (in ms) they are forgotten. */
export interface Attempts {
  points: number;
  expire: number;
}

/** Attempts within this time are counted together; after a lock-out they are remembered for as long again. */
const memory = 15 * 60_000;
const firstLock = 60_000;
const longestLock = 60 * 60_000;

/** How long the attempt that makes `points` locks further ones out: not at all below the limit, then 1, 2, 4 ... minutes up to `longest` (ms). */
function lockAfter(points: number, limit: number, longest: number): number {
  return points < limit ? 0 : Math.min(firstLock * 2 ** Math.min(points - limit, 10), longest);
}

/** Seconds until another attempt may be made; 0 when it may now. */
export function lockedFor(attempts: Attempts | null, limit: number, now: number): number {
  if (!attempts || attempts.points < limit) return 0;
  // What is kept is the end of the memory, and the lock ends one memory before it: one column holds both.
  return Math.max(0, Math.ceil((attempts.expire - memory - now) / 1000));
}

/**
 * Counts one attempt as wrong. It is counted before it is judged and given back when it was right, so that many at once cannot
 * be more than the limit. A lock-out lasts an hour at most, or as long as `longest` (ms) says.
 */
export function afterAttempt(
  attempts: Attempts | null,
  limit: number,
  now: number,
  longest = longestLock,
): Attempts {
  const known = attempts && attempts.expire > now ? attempts : null;
  const points = (known?.points ?? 0) + 1;
  if (points < limit) return { points, expire: known?.expire ?? now + memory };
  return { points, expire: now + lockAfter(points, limit, longest) + memory };
}

/** Takes one attempt back, and the lock-out with it. */
export function afterSuccess(attempts: Attempts, limit: number, now: number): Attempts {
  const points = Math.max(0, attempts.points - 1);
  return { points, expire: points < limit ? attempts.expire : now + memory };
}
