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
  const places = new Set<number>();
  for (const feature of features) {
    const place = placeOf(hashes, featureHash(feature));
    if (place !== -1) places.add(place);
  }
  const sorted = Uint32Array.from(places).sort();
  const weights = Float32Array.from(sorted, (place) => rarity[place] ?? 0);
  const length = Math.hypot(...weights) || 1;
  return { places: sorted, weights: weights.map((weight) => weight / length) };
}

function placeOf(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
