import type { Match } from './find-matches.ts';

/** So many characters may stand between two words that belong together: a little word fits in. */
const widestGap = 25;

/**
 * Of what stands side by side in a request, how much does so in a text as well and in the same order: for each such pair of clauses what the
 * lighter one can count. Takes matches in the order of the text.
 */
export function neighbouringMass(matches: readonly Match[], masses: readonly number[]): number {
  const pairs = new Map<number, number>();
  for (const [at, one] of matches.entries())
    for (let next = at + 1; next < matches.length; next += 1) {
      const other = matches[next];
      if (!other || other.field !== one.field || other.start - one.end > widestGap) break;
      if (other.clause === one.clause + 1 && other.start >= one.end)
        pairs.set(one.clause, Math.min(masses[one.clause] ?? 0, masses[other.clause] ?? 0));
    }
  return pairs.values().reduce((sum, mass) => sum + mass, 0);
}
