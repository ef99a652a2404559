import type { Match } from './find-matches.ts';

/** A piece of one field, and how much of what was asked for stands in it. */
export interface Window {
  readonly field: number;
  readonly start: number;
  readonly end: number;
  readonly mass: number;
}

/**
 * The piece of a field, so many characters long at most, in which matches of the most weighty clauses stand together; the first of equals. Undefined when nothing
 * matches there.
 */
export function bestWindow(
  matches: readonly Match[],
  field: number,
  masses: readonly number[],
  width: number,
): Window | undefined {
  const own = matches.filter((match) => match.field === field);
  const counts = masses.map(() => 0);
  let best: Window | undefined;
  let mass = 0;
  let from = 0;
  for (const match of own) {
    counts[match.clause] = (counts[match.clause] ?? 0) + 1;
    if (counts[match.clause] === 1) mass += masses[match.clause] ?? 0;
    let first = own[from];
    while (first && first !== match && match.end - first.start > width) {
      counts[first.clause] = (counts[first.clause] ?? 0) - 1;
      if (counts[first.clause] === 0) mass -= masses[first.clause] ?? 0;
      from += 1;
      first = own[from];
    }
    // Sums of the same numbers in another order differ in their last digits.
    if (first && mass > (best?.mass ?? 0) + 1e-9) best = { field, start: first.start, end: match.end, mass };
  }
  return best;
}
