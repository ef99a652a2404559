import type { Point } from './feature-space.ts';

/** How much an error costs beside a simple answer; found by cross-validation on sets of other people's questions. */
const cost = 1;
const rounds = 8;
/** What stands for the constant part of a score, as if every text had one more feature of this weight. */
export const constantWeight = 0.3;

/**
 * Weights that part the points of one label from all others: a linear support vector machine with squared hinge loss, solved by coordinate
 * descent in its dual (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008, algorithm 1). The last
 * weight is the constant's. The same points give the same weights.
 */
export function separateLabel(
  points: readonly Point[],
  belongs: (index: number) => boolean,
  size: number,
): Float32Array {
  const weights = new Float32Array(size + 1);
  const diagonal = 1 / (2 * cost);
  const shares = new Float32Array(points.length);
  const squares = points.map(
    ({ weights: own }) => own.reduce((sum, it) => sum + it * it, constantWeight ** 2) + diagonal,
  );
  let active = points.map((_, index) => index);
  const next = numbersFrom(7);
  let steepest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(active, next);
    // A point far on its own side that bears nothing is most likely to go on so: it is left out from then on (section 3.2).
    const far = new Set<number>();
    const before = steepest;
    steepest = 0;
    for (const index of active) {
      const point = points[index];
      if (!point) continue;
      const sign = belongs(index) ? 1 : -1;
      const share = shares[index] ?? 0;
      const slope = sign * scoreOf(weights, point) - 1 + diagonal * share;
      if (share === 0 && slope >= 0) {
        if (slope > before) far.add(index);
        continue;
      }
      steepest = Math.max(steepest, Math.abs(slope));
      const changed = Math.max(share - slope / (squares[index] ?? 1), 0);
      shares[index] = changed;
      add(weights, point, (changed - share) * sign);
    }
    if (far.size > 0) active = active.filter((index) => !far.has(index));
  }
  return weights;
}

function scoreOf(weights: Float32Array, { places, weights: own }: Point): number {
  let score = (weights[weights.length - 1] ?? 0) * constantWeight;
  for (let at = 0; at < places.length; at += 1)
    score += (weights[places[at] as number] as number) * (own[at] as number);
  return score;
}

function add(weights: Float32Array, { places, weights: own }: Point, by: number): void {
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + by * constantWeight;
  for (let at = 0; at < places.length; at += 1)
    (weights[places[at] as number] as number) += by * (own[at] as number);
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = next() % (at + 1);
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
}

/** Numbers that look like chance and are the same each time (Numerical Recipes' linear congruence). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
