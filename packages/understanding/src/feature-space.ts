import type { Features } from './feature-list.ts';

/** A text as a point: places of its features, rising, and their weights, of length 1 together. */
export interface Point {
  readonly places: Uint32Array;
  readonly weights: Float32Array;
}

/** The features that a model knows, by rising hash, and how much the sight of each tells. */
export interface FeatureSpace {
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  /** Where the features begin whose hash begins with the same 16 bits, for each such beginning, and where the last end. */
  readonly begins: Uint32Array;
}

const beginnings = 1 << 16;

/** A space of features by rising hash. Below one millisecond for those of the product. */
export function spaceOf(hashes: Uint32Array, rarity: Float32Array): FeatureSpace {
  const begins = new Uint32Array(beginnings + 1);
  for (let at = 0; at < hashes.length; at += 1) (begins[((hashes[at] as number) >>> 16) + 1] as number) += 1;
  for (let at = 1; at < begins.length; at += 1) (begins[at] as number) += begins[at - 1] as number;
  return { hashes, rarity, begins };
}

/** Less often seen, a feature tells of one text and not of a label. */
const leastTexts = 2;

/** The space of all features that at least two of the texts have; what few have weighs more (inverse document frequency). */
export function featureSpace(texts: readonly Features[]): FeatureSpace {
  const counts = new Map<number, number>();
  for (const features of texts) for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= leastTexts).toSorted(([a], [b]) => a - b);
  return spaceOf(
    Uint32Array.from(known, ([hash]) => hash),
    Float32Array.from(known, ([, count]) => Math.log((texts.length + 1) / (count + 1)) + 1),
  );
}

/** Where a text lies in the space. Features that it does not know are passed over; a text with none is the empty point. */
export function pointOf({ hashes, rarity, begins }: FeatureSpace, features: Features): Point {
  const found = new Uint32Array(features.length);
  let count = 0;
  for (let at = 0; at < features.length; at += 1) {
    const hash = features[at] as number;
    const end = begins[(hash >>> 16) + 1] as number;
    // Few begin alike: they are looked through.
    let place = begins[hash >>> 16] as number;
    while (place < end && (hashes[place] as number) < hash) place += 1;
    if (place < end && hashes[place] === hash) found[count++] = place;
  }
  const places = found.subarray(0, count);
  const weights = new Float32Array(places.length);
  for (let at = 0; at < places.length; at += 1) weights[at] = rarity[places[at] as number] as number;
  const length = lengthOf(weights) || 1;
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] as number) / length;
  return { places, weights };
}

/** As `Math.hypot` has it to the last bit (a sum compensated after Kahan, of shares of the largest), which takes six times as long to be given hundreds of numbers. */
function lengthOf(weights: Float32Array): number {
  let most = 0;
  for (let at = 0; at < weights.length; at += 1) most = Math.max(most, Math.abs(weights[at] as number));
  if (most === 0) return 0;
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const share = (weights[at] as number) / most;
    const next = share * share - lost;
    const after = sum + next;
    lost = after - sum - next;
    sum = after;
  }
  return Math.sqrt(sum) * most;
}
