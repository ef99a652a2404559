import { featureHash } from './feature-hash.ts';

/** A text as a point: places of its features, rising, and their weights, of length 1 together. */
export interface Point {
  readonly places: Uint32Array;
  readonly weights: Float32Array;
}

/** The features that a model knows, by rising hash, and how much the sight of each tells. */
export interface FeatureSpace {
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
}

/** Less often seen, a feature tells of one text and not of a label. */
const leastTexts = 2;

/** The space of all features that at least two of the texts have; what few have weighs more (inverse document frequency). */
export function featureSpace(texts: ReadonlyArray<ReadonlySet<string>>): FeatureSpace {
  const counts = new Map<number, number>();
  for (const features of texts)
    for (const feature of features) {
      const hash = featureHash(feature);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  const known = [...counts].filter(([, count]) => count >= leastTexts).toSorted(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(known, ([hash]) => hash),
    rarity: Float32Array.from(known, ([, count]) => Math.log((texts.length + 1) / (count + 1)) + 1),
  };
}

/** Where a text lies in the space. Features that it does not know are passed over; a text with none is the empty point. */
export function pointOf({ hashes, rarity }: FeatureSpace, features: ReadonlySet<string>): Point {
  const found = new Uint32Array(features.size);
  let count = 0;
  for (const feature of features) {
    const place = placeOf(hashes, featureHash(feature));
    if (place !== -1) found[count++] = place;
  }
  const places = eachOnce(found.subarray(0, count).sort());
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

/** Two features of a text may share a hash. */
function eachOnce(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] as number;
  return sorted.subarray(0, count);
}

/**
 * Where a hash lies, -1 where it is not known. Hashes are spread evenly, so that a place is told from the number (interpolation search): four or five looks, and
 * nothing is made before the first.
 */
function placeOf(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const least = hashes[low] as number;
    const most = hashes[high] as number;
    if (hash < least || hash > most) return -1;
    const at = most === least ? low : low + Math.floor(((hash - least) / (most - least)) * (high - low));
    const there = hashes[at] as number;
    if (there === hash) return at;
    if (there < hash) low = at + 1;
    else high = at - 1;
  }
  return -1;
}
