import type { Point } from './feature-space.ts';

/** How much an error costs beside a simple answer; found by cross-validation on sets of other people's questions. */
const cost = 2;
const rounds = 8;
/** What stands for the constant part of a score, as if every text had one more feature of this weight. */
export const constantWeight = 0.3;

/** Weights of all labels, row by row: those of a place stand together, one for each label; the last row is the constant's. */
export interface LabelWeights {
  readonly labels: number;
  readonly rows: Float32Array;
}

/**
 * Weights that part the points of each label from all others: one linear support vector machine a label with squared hinge loss, solved by coordinate
 * descent in its dual (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008, algorithm 1). All labels are learned side by
 * side, so that a point is read once for all of them and the weights that it needs lie together. The same points give the same weights. `labelOf`
 * says the label of each point, `size` how many places there are.
 */
export function separateLabels(
  points: readonly Point[],
  labelOf: ArrayLike<number>,
  { labels, size }: { labels: number; size: number },
): LabelWeights {
  const rows = new Float32Array((size + 1) * labels);
  const diagonal = 1 / (2 * cost);
  /** How much each point bears on each label. */
  const shares = new Float32Array(points.length * labels);
  const scores = new Float64Array(labels);
  const changed = new Uint32Array(labels);
  const steps = new Float64Array(labels);
  const order = points.map((_, index) => index);
  const next = numbersFrom(7);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, next);
    for (const index of order) {
      const point = points[index];
      if (!point) continue;
      const square = scoreAll(rows, point, scores) + diagonal;
      const own = labelOf[index];
      let count = 0;
      for (let label = 0; label < labels; label += 1) {
        const sign = label === own ? 1 : -1;
        const at = index * labels + label;
        const share = shares[at] as number;
        const slope = sign * (scores[label] as number) - 1 + diagonal * share;
        // Far on its own side it bears nothing, and goes on so: most do, of most labels.
        if (share === 0 && slope >= 0) continue;
        const moved = Math.max(share - slope / square, 0);
        shares[at] = moved;
        changed[count] = label;
        steps[count] = (moved - share) * sign;
        count += 1;
      }
      if (count > 0) move(rows, point, { labels, changed, steps, count });
    }
  }
  return { labels, rows };
}

/** Writes the score of a point for every label, and answers the square of its length, the constant included. */
function scoreAll(rows: Float32Array, { places, weights }: Point, scores: Float64Array): number {
  const labels = scores.length;
  const constant = rows.length - labels;
  for (let label = 0; label < labels; label += 1)
    scores[label] = (rows[constant + label] as number) * constantWeight;
  let square = constantWeight ** 2;
  for (let at = 0; at < places.length; at += 1) {
    const weight = weights[at] as number;
    const row = (places[at] as number) * labels;
    square += weight * weight;
    for (let label = 0; label < labels; label += 1)
      (scores[label] as number) += weight * (rows[row + label] as number);
  }
  return square;
}

/** Moves the weights of those labels that change, for every place of a point. */
function move(
  rows: Float32Array,
  { places, weights }: Point,
  of: { labels: number; changed: Uint32Array; steps: Float64Array; count: number },
): void {
  const { labels, changed, steps, count } = of;
  const add = (row: number, weight: number) => {
    for (let which = 0; which < count; which += 1)
      (rows[row + (changed[which] as number)] as number) += weight * (steps[which] as number);
  };
  add(rows.length - labels, constantWeight);
  for (let at = 0; at < places.length; at += 1) add((places[at] as number) * labels, weights[at] as number);
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
