/**
 * Numbers that look random but are a function of their coordinates, so that nothing has to be remembered:
 * the same coordinates give the same number in every process, for ever.
 */

/** A 32-bit hash of whole-number coordinates (murmur3's mixing). */
export function hash(...coordinates: readonly number[]): number {
  let h = 0x9747b28c;
  for (const coordinate of coordinates) {
    let k = Math.imul(coordinate | 0, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h ^= k;
    h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Even between 0 (included) and 1 (excluded). */
export function uniform(...coordinates: readonly number[]): number {
  return hash(...coordinates) / 0x1_0000_0000;
}

/** Close to normal, mean 0 and deviation 1, and never beyond ±3: three even numbers added. */
export function bell(...coordinates: readonly number[]): number {
  return nextBell(sequence(hash(...coordinates)));
}

/** Even numbers between 0 and 1, one after the other, for where many are needed at one place (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** The next number of a sequence, bell-shaped: mean 0, deviation 1, never beyond ±3. */
export function nextBell(next: () => number): number {
  return (next() + next() + next() - 1.5) * 2;
}

/** The seed of a name: 'btcusdt' and 'ethusdt' get unrelated numbers everywhere. */
export function seedOf(name: string): number {
  return hash(...[...name].map((letter) => letter.codePointAt(0) ?? 0));
}
