import { finishHash, hashOn } from './feature-hash.ts';

/** The features of a text: the numbers of what it is told by (`feature-hash.ts`), rising, each once. */
export type Features = Uint32Array;

/** Gathers features in whatever order they are found. No text is made for any: their hashes go on from what they begin with. */
export interface FeatureList {
  /** Adds the feature whose text has this hash, not finished yet. */
  add(hash: number): void;
  /** Adds the one whose text is that of the hash and then this. */
  addOn(hash: number, text: string): void;
  /** All, once each. To be called last. */
  take(): Features;
}

/** Most messages have less. */
const usual = 1024;

export function featureList(): FeatureList {
  let hashes = new Uint32Array(usual);
  let count = 0;
  const add = (hash: number) => {
    if (count === hashes.length) {
      const more = new Uint32Array(count * 2);
      more.set(hashes);
      hashes = more;
    }
    hashes[count++] = finishHash(hash);
  };
  return {
    add,
    addOn: (hash, text) => add(hashOn(hash, text)),
    take: () => eachOnce(hashes.subarray(0, count).sort()),
  };
}

/** What stands once in numbers that rise, in their own place. */
function eachOnce(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] as number;
  return sorted.subarray(0, count);
}
