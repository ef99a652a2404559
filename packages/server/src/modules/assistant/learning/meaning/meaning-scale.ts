/** A question that came along, what it is about, and where a model put it. */
export interface Reference {
  readonly label: string;
  readonly language: string;
  readonly vector: Float32Array;
}

/** How the directions of one model are read. Of any two models the same nearness means something else: this one was measured. */
export interface MeaningScale {
  readonly dimensions: number;
  /** What all questions of a language have in common, and under `all` those of every language: it tells of no matter. */
  readonly centres: ReadonlyMap<string, Float32Array>;
  /** What the cosine of two directions is times `slope` and `offset` more: 0 as between any two matters, 1 where no two matters are that near but one pair in a hundred. */
  readonly slope: number;
  readonly offset: number;
  /** How often two questions about one matter are nearer than two about different ones. Half the time would be chance. */
  readonly right: number;
  /** How much it counts, 0 to 1; 0 for a model that cannot tell matters apart. */
  readonly counts: number;
}

/** So often right it counts nothing; and from there on all. */
const [useless, good] = [0.8, 0.95];
/** The share of pairs about different matters that may be held for one. */
const mistaken = 0.01;
const all = 'all';

/**
 * Measures a model by questions whose matters are known: pairs across languages, for within one language words tell already, and questions without a
 * model are best put together across. Pure.
 */
export function scaleOf(references: readonly Reference[]): MeaningScale {
  const dimensions = references[0]?.vector.length ?? 0;
  const centres = new Map([[all, centreOf(references)]]);
  for (const [language, own] of Map.groupBy(references, (it) => it.language))
    centres.set(language, centreOf(own));
  const turned = references.map((it) => directionIn({ centres }, it.vector, it.language));
  const [one, other]: [number[], number[]] = [[], []];
  for (const [at, reference] of references.entries())
    for (let next = at + 1; next < references.length; next += 1) {
      const against = references[next];
      if (!against || against.language === reference.language) continue;
      const cosine = dot(turned[at], turned[next]);
      (against.label === reference.label ? one : other).push(cosine);
    }
  other.sort((a, b) => a - b);
  const mean = other.reduce((sum, it) => sum + it, 0) / (other.length || 1);
  const high = other[Math.floor(other.length * (1 - mistaken))] ?? 1;
  const right = shareAbove(one, other);
  const slope = 1 / Math.max(high - mean, 1e-3);
  const counts = Math.min(1, Math.max(0, (right - useless) / (good - useless)));
  return { dimensions, centres, slope, offset: -slope * mean, right, counts };
}

/** A direction without what its language has in common, of length 1. Pure. */
export function directionIn(
  { centres }: Pick<MeaningScale, 'centres'>,
  vector: Float32Array,
  language: string,
): Float32Array {
  const centre = centres.get(language) ?? centres.get(all);
  const moved = vector.map((it, at) => it - (centre?.[at] ?? 0));
  const length = Math.sqrt(dot(moved, moved)) || 1;
  return moved.map((it) => it / length);
}

/** How near two directions are that were turned by `directionIn`: 0 as any two matters are, 1 where of two different matters only one pair in a hundred is. Pure. */
export function nearnessOf(
  { slope, offset }: Pick<MeaningScale, 'slope' | 'offset'>,
  one: Float32Array,
  other: Float32Array,
): number {
  return slope * dot(one, other) + offset;
}

function centreOf(references: readonly Reference[]): Float32Array {
  const sum = new Float32Array(references[0]?.vector.length ?? 0);
  for (const { vector } of references)
    for (let at = 0; at < sum.length; at += 1) (sum[at] as number) += vector[at] ?? 0;
  return sum.map((it) => it / references.length);
}

/** How often one of the first is above one of the others (sorted, rising); half of the times where both are the same. */
function shareAbove(values: readonly number[], sorted: readonly number[]): number {
  if (values.length === 0 || sorted.length === 0) return 0.5;
  const below = (value: number, same: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = sorted[middle] ?? 0;
      if (found < value || (same && found === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = values.reduce((total, it) => total + (below(it, false) + below(it, true)) / 2, 0);
  return sum / (values.length * sorted.length);
}

/** The product of two directions; of two of length 1 their cosine. Pure. */
export function dot(one: Float32Array | undefined, other: Float32Array | undefined): number {
  let sum = 0;
  if (one && other)
    for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
